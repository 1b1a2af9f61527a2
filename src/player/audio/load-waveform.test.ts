// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { combinePeaks, decodePeaks } from "./load-waveform.ts";

test("reads the waveform files of the sandbox", () => {
  const file = new URL("../../../sandbox/music/lantern.peaks.json", import.meta.url);
  const peaks = decodePeaks(JSON.parse(readFileSync(file, "utf8"))) ?? [];
  expect(peaks).toHaveLength(400);
  expect(Math.max(...peaks)).toBeLessThanOrEqual(1);
  expect(peaks[0]).toBeCloseTo(34 / 128);
});

test.each([
  ["8 bits", { bits: 8, data: [-64, 64, -128, 127] }, [0.5, 1]],
  ["16 bits", { bits: 16, data: [-16_384, 100, 0, 8192] }, [0.5, 0.25]],
  ["numbers from -1 to 1", { bits: 16, data: [-0.5, 0.25, 0, 1] }, [0.5, 1]],
  ["nothing but data", { data: [-64, 64] }, [0.5]],
])("reads %s", (_, body, peaks) => {
  expect(decodePeaks(body)).toEqual(peaks);
});

test("keeps the highest peak of a long file", () => {
  const data = Array.from({ length: 8000 }, (_, index) => (index === 4001 ? 100 : 1));
  const peaks = decodePeaks({ bits: 8, data }) ?? [];
  expect([peaks.length, peaks.indexOf(Math.max(...peaks))]).toEqual([400, 200]);
});

test.each([null, {}, { data: [] }, { data: ["1"] }, { data: [1, Number.NaN] }])(
  "refuses %j",
  (body) => {
    expect(decodePeaks(body)).toBeNull();
  },
);

test("combines peaks by their power, whatever their length", () => {
  expect(combinePeaks([[0.6, 0.6], [0.8]])).toEqual([1, 1]);
  expect(combinePeaks([[1], [1]])).toEqual([1]);
  expect(combinePeaks([])).toEqual([]);
});
