/** The playback rates to choose from; 1 is normal. */
export const PLAYBACK_RATES: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** The next rate above or below `rate`, which need not be in the list; at either end of the list `rate` itself. */
export function getNextRate(rate: number, faster: boolean): number {
  const candidates = PLAYBACK_RATES.filter((speed) => (faster ? speed > rate : speed < rate));
  return (faster ? candidates[0] : candidates.at(-1)) ?? rate;
}
