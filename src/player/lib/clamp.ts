/** A number between bounds; the least of them for what is no number. */
export const within = (value: number, most: number, least = 0): number =>
  Number.isFinite(value) ? Math.min(Math.max(value, least), most) : least;
