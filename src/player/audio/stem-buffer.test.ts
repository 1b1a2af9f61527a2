import { expect, it } from "vitest";
import { createLruCache } from "../lib/lru-cache.ts";
import { gainsOf } from "./gain-graph.ts";
import { intersectRanges, createTimeRanges } from "../lib/time-ranges.ts";
import { wayFrom } from "./stem-buffer.ts";

it("leads on, around a region, around the track, and to the end", () => {
  const region = { from: 200, to: 500 };
  expect(wayFrom(100, 1000, false, null)).toEqual({ straight: 900, next: null });
  expect(wayFrom(100, 1000, true, null)).toEqual({ straight: 900, next: 0 });
  expect(wayFrom(100, 1000, true, region)).toEqual({ straight: 400, next: 200 });
  expect(wayFrom(600, 1000, false, region)).toEqual({ straight: 400, next: null });
});

it("keeps what was used last, and always the last of each stem", () => {
  const keep = createLruCache<string>(10);
  keep.set("0/a", "a", 4);
  keep.set("0/b", "b", 4);
  expect(keep.get("0/a")).toBe("a");
  keep.set("1/c", "c", 4);
  expect([keep.has("0/a"), keep.has("0/b"), keep.has("1/c")]).toEqual([true, false, true]);
  keep.set("1/d", "d", 40);
  expect([keep.has("0/a"), keep.has("1/c"), keep.get("1/d")]).toEqual([true, false, "d"]);
});

it("hears what is on solo, several at once, but nothing muted", () => {
  const stem = { label: "", volume: 0.5, muted: false, solo: false };
  expect(gainsOf([stem, { ...stem, muted: true }], 2)).toEqual([0.5, 0]);
  const solo = { ...stem, solo: true };
  expect(gainsOf([stem, solo, solo, { ...solo, muted: true }], 4)).toEqual([0, 0.5, 0.5, 0]);
  expect(gainsOf([], 1)).toEqual([1]);
});

it("finds what lies in all lists, and joins what touches", () => {
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

it("makes ranges like those of a media element", () => {
  const ranges = createTimeRanges([[1, 2]]);
  expect([ranges.length, ranges.start(0), ranges.end(0)]).toEqual([1, 1, 2]);
  expect(() => ranges.start(1)).toThrow(/range 1/);
});
