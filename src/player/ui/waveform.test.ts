// @vitest-environment node
import { expect, test } from "vitest";
import { resamplePeaks, createWaveformShape } from "./waveform.ts";

test("keeps the loudest peak of each bar, and repeats too few peaks", () => {
  expect(resamplePeaks([0.1, 0.9, 0.2, 0.3], 2)).toEqual([0.9, 0.3]);
  expect(resamplePeaks([0.5, 1], 4)).toEqual([0.5, 0.5, 1, 1]);
  expect(resamplePeaks([], 2)).toEqual([0, 0]);
  expect(resamplePeaks([7, -7], 2)).toEqual([1, 0]);
});

test("creates a closed outline about the middle, with a thin line for silence", () => {
  const points = createWaveformShape([0, 1]).slice("polygon(".length, -1).split(",");
  expect(points).toHaveLength(120 * 8);
  expect(points[1]).toBe("0.00% 48.0%");
  expect(points).toContain("50.00% 0.0%");
  expect(points).toContain("50.00% 100.0%");
  expect(points.at(-1)).toBe("0.00% 50%");
});
