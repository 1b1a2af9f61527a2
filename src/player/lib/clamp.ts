/** A number limited to `min` and `max`; `min` for NaN and infinities. */
export const clamp = (value: number, max: number, min = 0): number =>
  Number.isFinite(value) ? Math.min(Math.max(value, min), max) : min;
