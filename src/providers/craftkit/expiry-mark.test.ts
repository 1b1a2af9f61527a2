import fc from "fast-check";
import { expect, test } from "vitest";
import { createNonce } from "../../model/nonce.ts";
import { DAY_MS } from "../../shared/time-units.ts";
import { expiryFor, markIn, MARKS, markOf } from "./expiry-mark.ts";

const terms = {
  visibility: "link-only",
  name: null,
  permissions: [],
  recipient: null,
  message: null,
} as const;
const createRequest = (nonce: string, now: number, expiresInDays: number | null) => ({
  track: "a",
  nonce,
  now,
  terms: { ...terms, permissions: [], expiresInDays },
});
const nonces = fc.string({
  unit: fc.constantFrom(..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"),
  minLength: 10,
  maxLength: 10,
});
const times = fc.integer({ min: 0, max: 4_102_444_800_000 });

test("an expiry is in the future, less than a minute off, and contains its mark", () => {
  fc.assert(
    fc.property(nonces, times, fc.integer({ min: 1, max: 3650 }), (nonce, now, days) => {
      const at = expiryFor(createRequest(nonce, now, days)) ?? Number.NaN;
      expect(Math.abs(at - (now + days * DAY_MS))).toBeLessThan(60_000);
      expect(at).toBeGreaterThan(now);
      const back = Date.parse(new Date(at).toISOString());
      expect(markIn(back)).toBe(markOf(nonce));
      expect(markOf(markOf(nonce))).toBe(markOf(nonce));
    }),
    { numRuns: 10_000 },
  );
});

test("every mark is read again, no two are the same, and none is a whole second", () => {
  const seen = new Set<string | null>();
  for (let ms = 0; ms < 60_000; ms += 1) {
    const mark = markIn(1_800_000_000_000 + ms);
    if (ms % 1000 === 0) expect(mark).toBeNull();
    else seen.add(mark);
    if (mark !== null && ms % 7 === 0) {
      expect(expiryFor(createRequest(mark, 1_800_000_000_000, 1))).toBe(
        1_800_000_000_000 + DAY_MS + ms,
      );
    }
  }
  expect(seen.size).toBe(MARKS);
});

test("random nonces spread over the marks", () => {
  const marks = Array.from({ length: 2000 }, () => markOf(createNonce()));
  expect(new Set(marks).size).toBeGreaterThan(1900);
});

test("without an expiry there is no mark", () => {
  expect(expiryFor(createRequest("0123456789", 1, null))).toBeNull();
  expect(markIn(null)).toBeNull();
  expect(markIn(Date.parse("2026-12-31T23:59:59Z"))).toBeNull();
});
