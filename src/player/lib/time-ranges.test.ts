import { expect, test } from "vitest";
import { createTimeRanges, intersectRanges } from "./time-ranges.ts";

test("intersects lists of ranges and joins adjacent ranges", () => {
  const one = [
    [0, 5],
    [5, 9],
    [20, 30],
  ] as const;
  const other = [[2, 25]] as const;
  expect(intersectRanges([one, other])).toEqual([
    [2, 9],
    [20, 25],
  ]);
  expect(intersectRanges([])).toEqual([]);
});

test("creates ranges that behave like TimeRanges", () => {
  const ranges = createTimeRanges([[1, 2]]);
  expect([ranges.length, ranges.start(0), ranges.end(0)]).toEqual([1, 1, 2]);
  expect(() => ranges.start(1)).toThrow(/range 1/);
});
