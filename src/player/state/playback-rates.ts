/** Playing speeds to choose from; 1 is normal. */
export const PLAYBACK_RATES: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** The next speed above or below one, which need not be in the list; at either end it stays there. */
export function getNextRate(rate: number, faster: boolean): number {
  const beyond = PLAYBACK_RATES.filter((speed) => (faster ? speed > rate : speed < rate));
  return (faster ? beyond[0] : beyond.at(-1)) ?? rate;
}
