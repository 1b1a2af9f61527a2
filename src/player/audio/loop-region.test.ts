// @vitest-environment node
import { expect, test } from "vitest";
import { findNextJump } from "./loop-region.ts";

test("finds the next jump: none, to the start of the track, or to the start of the region", () => {
  const region = { from: 200, to: 500 };
  expect(findNextJump(100, 1000, false, null)).toEqual({ distance: 900, target: null });
  expect(findNextJump(100, 1000, true, null)).toEqual({ distance: 900, target: 0 });
  expect(findNextJump(100, 1000, true, region)).toEqual({ distance: 400, target: 200 });
  expect(findNextJump(600, 1000, false, region)).toEqual({ distance: 400, target: null });
});
