import { expect, test } from "vitest";
import { clock } from "./clock.ts";

test.each([
  [0, "0:00"],
  [65.9, "1:05"],
  [600, "10:00"],
  [3661, "1:01:01"],
  [-3, "0:00"],
])("%d seconds are %s", (seconds, words) => {
  expect(clock(seconds)).toBe(words);
});
