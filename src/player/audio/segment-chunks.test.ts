import { expect, test } from "vitest";
import { findChunk } from "./segment-chunks.ts";

const RATE = 44_100;

/** All chunks, one after the other. */
function findAll(starts: readonly number[], isLong: boolean) {
  const chunks = [];
  for (
    let chunk = findChunk(starts, RATE, 0, isLong, false);
    chunk;
    chunk = findChunk(starts, RATE, chunk.to, isLong, false)
  )
    chunks.push(chunk);
  return chunks;
}

test.each([0.1, 0.7, 1, 1.3, 2, 3.7, 5.3, 6, 10, 10.01])(
  "splits segments of %s s without gaps, and long chunks at edges of short ones",
  (seconds) => {
    const starts = [0, 1, 2, 3].map((index) => Math.round(index * seconds * RATE));
    const [short, long] = [findAll(starts, false), findAll(starts, true)];
    for (const chunks of [short, long]) {
      expect(chunks.map(({ from }) => from)).toEqual([
        0,
        ...chunks.slice(0, -1).map(({ to }) => to),
      ]);
      expect(chunks.at(-1)?.to).toBe(starts.at(-1));
      for (const { segment, from, to } of chunks) {
        expect(from).toBeGreaterThanOrEqual(starts[segment] ?? NaN);
        expect(to).toBeLessThanOrEqual(starts[segment + 1] ?? NaN);
        expect(findChunk(starts, RATE, to - 1, chunks === long, false)).toEqual({
          segment,
          from,
          to,
        });
      }
    }
    const edges = new Set(short.map(({ from }) => from));
    expect(long.filter(({ from }) => !edges.has(from))).toEqual([]);
  },
);

test("makes chunks of about half a second and about two seconds", () => {
  const starts = [0, 6 * RATE, 12 * RATE];
  expect(findChunk(starts, RATE, 6.6 * RATE, false, false)).toEqual({
    segment: 1,
    from: 6.5 * RATE,
    to: 7 * RATE,
  });
  expect(findChunk(starts, RATE, 8.1 * RATE, true, false)).toEqual({
    segment: 1,
    from: 8 * RATE,
    to: 10 * RATE,
  });
  expect(findChunk(starts, RATE, 12 * RATE, false, false)).toBeNull();
  const whole = { segment: 1, from: 6 * RATE, to: 12 * RATE };
  for (const isLong of [false, true])
    expect(findChunk(starts, RATE, 8.1 * RATE, isLong, true)).toEqual(whole);
  expect(findChunk([], RATE, 0, false, false)).toBeNull();
});
