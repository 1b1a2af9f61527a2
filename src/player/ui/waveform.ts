import { makeArray } from "../lib/make-array.ts";

/** How many bars are drawn, whatever the number of peaks. */
const BARS = 120;

/** The part of its place that a bar fills; the rest is the gap to the next one. */
const BAR_WIDTH_RATIO = 0.65;

/** The loudest of the peaks (0 to 1) that fall to each of `count` bars; too few peaks are used more than once. */
export function resamplePeaks(peaks: readonly number[], count = BARS): number[] {
  const each = peaks.length / count;
  return makeArray(count, (index) => {
    const from = Math.floor(index * each);
    const to = Math.max(from + 1, Math.floor((index + 1) * each));
    return Math.min(Math.max(0, ...peaks.slice(from, to)), 1);
  });
}

const getX = (index: number): string => `${((100 * index) / BARS).toFixed(2)}% `;

/**
 * The waveform as a CSS `polygon()`, mirrored about the middle line. As a clip path of the seek bar's rail it shows the
 * colours of what is played and what is buffered without a second drawing, and needs no style attribute.
 */
export function createWaveformShape(peaks: readonly number[]): string {
  const edge = (side: number): string[] =>
    resamplePeaks(peaks).flatMap((peak, index) => {
      const y = `${(50 + side * Math.max(50 * peak, 2)).toFixed(1)}%`;
      const [start, end] = [getX(index), getX(index + BAR_WIDTH_RATIO)];
      // Between bars the outline runs along the middle, so that nothing is drawn there.
      return [`${start}50%`, start + y, end + y, `${end}50%`];
    });
  return `polygon(${[...edge(-1), ...edge(1).toReversed()].join()})`;
}
