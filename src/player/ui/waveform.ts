import { makeArray } from "../lib/make-array.ts";

/** Bars drawn, whatever the number of peaks. */
const BARS = 120;

/** Share of a bar's place that it fills. */
const FILLED = 0.65;

/** Loudest of the peaks (0 to 1) that fall to each of `count` bars; of too few peaks some are used twice. */
export function bars(peaks: readonly number[], count = BARS): number[] {
  const each = peaks.length / count;
  return makeArray(count, (index) => {
    const from = Math.floor(index * each);
    const to = Math.max(from + 1, Math.floor((index + 1) * each));
    return Math.min(Math.max(0, ...peaks.slice(from, to)), 1);
  });
}

const place = (index: number): string => `${((100 * index) / BARS).toFixed(2)}% `;

/**
 * The shape of a sound as a CSS `polygon()`, mirrored about the middle line: cut out of the rail's own colours, it shows
 * what is played and what has arrived without a second drawing, and needs no style attribute.
 */
export function waveform(peaks: readonly number[]): string {
  const edge = (side: number): string[] =>
    bars(peaks).flatMap((peak, index) => {
      const y = `${(50 + side * Math.max(50 * peak, 2)).toFixed(1)}%`;
      const [start, end] = [place(index), place(index + FILLED)];
      // Between bars the outline runs along the middle, so that nothing is drawn there.
      return [`${start}50%`, start + y, end + y, `${end}50%`];
    });
  return `polygon(${[...edge(-1), ...edge(1).toReversed()].join()})`;
}
