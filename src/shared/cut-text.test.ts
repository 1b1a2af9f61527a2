import fc from "fast-check";
import { expect, test } from "vitest";
import { cutText } from "./cut-text.ts";

test.each([
  ["abc", 5, "abc"],
  ["abc", 2, "ab"],
  ["a😀", 3, "a😀"],
  ["a😀", 2, "a"],
  ["a😀b", 3, "a😀"],
  ["", 3, ""],
])("cuts %j to %i units: %j", (text, length, cut) => {
  expect(cutText(text, length)).toBe(cut);
});

test("never splits a surrogate pair, and cuts at most one unit more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(30), (text, length) => {
      const cut = cutText(text, length);
      expect(cut.isWellFormed()).toBe(true);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(length);
      expect(cut.length).toBeGreaterThanOrEqual(Math.min(length, text.length) - 1);
    }),
  );
});
