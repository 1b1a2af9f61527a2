import fc from "fast-check";
import { expect, test } from "vitest";
import { createNonce } from "../../model/nonce.ts";
import { markName, readName } from "./name-mark.ts";

const nonce = fc.string({
  unit: fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"),
  minLength: 10,
  maxLength: 10,
});
/** Letters, line breaks, emoji of several parts, right-to-left text, lone surrogates, and our own mark. */
const label = fc.oneof(
  fc.string({ maxLength: 80, size: "max" }),
  fc.string({ unit: "grapheme", maxLength: 80, size: "max" }),
  fc.string({ unit: "binary", maxLength: 80, size: "max" }),
  fc.string({
    unit: fc.constantFrom("👩‍🚀", "🎚️", " · ", "\ud83c", "\u202e", "\n", "a"),
    maxLength: 60,
    size: "max",
  }),
  nonce,
);

test("a name has at most 50 characters, keeps its nonce and is read without it", () => {
  fc.assert(
    fc.property(label, nonce, (wanted, mark) => {
      const name = markName(wanted, mark);
      expect(name.length).toBeLessThanOrEqual(50);
      expect(name.isWellFormed()).toBe(true);
      const read = readName(name);
      expect(read.nonce).toBe(mark);
      const whole = wanted.toWellFormed().trim();
      expect(whole.startsWith(read.name ?? "")).toBe(true);
      // No more is lost than the cut asks for: two units for half a pair, or the spaces before it.
      if (whole.length <= 37) expect(read.name ?? "").toBe(whole);
      else
        expect((read.name ?? "").length).toBeGreaterThanOrEqual(
          whole.slice(0, 36).trimEnd().length,
        );
    }),
    { numRuns: 10_000 },
  );
});

test.each([
  ["Client Demo", { name: "Client Demo", nonce: null }],
  ["Client Demo · 0123456789", { name: "Client Demo", nonce: "0123456789" }],
  ["A · B · 0123456789", { name: "A · B", nonce: "0123456789" }],
  ["0123456789", { name: null, nonce: "0123456789" }],
  ["Client 0123456789", { name: "Client 0123456789", nonce: null }],
  ["0123456789 · final", { name: "0123456789 · final", nonce: null }],
  ["abcdefghjk", { name: "abcdefghjk", nonce: null }],
  ["", { name: null, nonce: null }],
  [null, { name: null, nonce: null }],
])("reads the listed name %j", (name, read) => {
  expect(readName(name)).toEqual(read);
});

test("without a label the nonce is the name; every nonce is read again", () => {
  for (let round = 0; round < 1000; round += 1) {
    const mark = createNonce();
    expect(markName(null, mark)).toBe(mark);
    expect(markName("   ", mark)).toBe(mark);
    expect(readName(mark)).toEqual({ name: null, nonce: mark });
  }
});
