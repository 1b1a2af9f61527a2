// @vitest-environment node
import { expect, test } from "vitest";
import { getNextRate } from "./playback-rates.ts";

test.each([
  [1, true, 1.25],
  [1, false, 0.75],
  [1.1, true, 1.25],
  [1.1, false, 1],
  [2, true, 2],
  [0.5, false, 0.5],
  [4, false, 2],
])("from %d, faster %s, comes %d", (rate, faster, next) => {
  expect(getNextRate(rate, faster)).toBe(next);
});
