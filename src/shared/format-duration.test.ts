import { expect, test } from "vitest";
import { formatDuration } from "./format-duration.ts";

test.each([
  [0, "0:00"],
  [65.9, "1:05"],
  [600, "10:00"],
  [3661, "1:01:01"],
  [-3, "0:00"],
])("%d seconds are %s", (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});
