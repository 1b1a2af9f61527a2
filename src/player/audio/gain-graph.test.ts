// @vitest-environment node
import { expect, test } from "vitest";
import { computeGains } from "./gain-graph.ts";

test("plays only the stems on solo, and none that is muted", () => {
  const stem = { label: "", volume: 0.5, muted: false, solo: false };
  expect(computeGains([stem, { ...stem, muted: true }], 2)).toEqual([0.5, 0]);
  const solo = { ...stem, solo: true };
  expect(computeGains([stem, solo, solo, { ...solo, muted: true }], 4)).toEqual([0, 0.5, 0.5, 0]);
  expect(computeGains([], 1)).toEqual([1]);
});
