import { expect, it } from "vitest";
import { spanAt } from "./chunks.ts";

const RATE = 44_100;

/** All pieces, one behind the other. */
function all(starts: readonly number[], isLong: boolean) {
  const spans = [];
  for (
    let span = spanAt(starts, RATE, 0, isLong, false);
    span;
    span = spanAt(starts, RATE, span.to, isLong, false)
  )
    spans.push(span);
  return spans;
}

it.each([0.1, 0.7, 1, 1.3, 2, 3.7, 5.3, 6, 10, 10.01])(
  "segments of %s s are cut without a gap, and long pieces only where short ones are",
  (seconds) => {
    const starts = [0, 1, 2, 3].map((index) => Math.round(index * seconds * RATE));
    const [short, long] = [all(starts, false), all(starts, true)];
    for (const spans of [short, long]) {
      expect(spans.map(({ from }) => from)).toEqual([0, ...spans.slice(0, -1).map(({ to }) => to)]);
      expect(spans.at(-1)?.to).toBe(starts.at(-1));
      for (const { segment, from, to } of spans) {
        expect(from).toBeGreaterThanOrEqual(starts[segment] ?? NaN);
        expect(to).toBeLessThanOrEqual(starts[segment + 1] ?? NaN);
        expect(spanAt(starts, RATE, to - 1, spans === long, false)).toEqual({ segment, from, to });
      }
    }
    const edges = new Set(short.map(({ from }) => from));
    expect(long.filter(({ from }) => !edges.has(from))).toEqual([]);
  },
);

it("pieces last about half a second and about two", () => {
  const starts = [0, 6 * RATE, 12 * RATE];
  expect(spanAt(starts, RATE, 6.6 * RATE, false, false)).toEqual({
    segment: 1,
    from: 6.5 * RATE,
    to: 7 * RATE,
  });
  expect(spanAt(starts, RATE, 8.1 * RATE, true, false)).toEqual({
    segment: 1,
    from: 8 * RATE,
    to: 10 * RATE,
  });
  expect(spanAt(starts, RATE, 12 * RATE, false, false)).toBeNull();
  const whole = { segment: 1, from: 6 * RATE, to: 12 * RATE };
  for (const isLong of [false, true])
    expect(spanAt(starts, RATE, 8.1 * RATE, isLong, true)).toEqual(whole);
  expect(spanAt([], RATE, 0, false, false)).toBeNull();
});
