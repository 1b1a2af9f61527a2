import { expect, test } from "vitest";
import { readRetryAfter } from "./retry-after.ts";

const now = Date.parse("2026-11-20T12:00:00Z");

test.each([
  ["30", 30_000],
  ["0", 0],
  ["Fri, 20 Nov 2026 12:01:00 GMT", 60_000],
  ["Fri, 20 Nov 2026 11:00:00 GMT", 0],
  ["999999999", 3_600_000],
  [" 30 ", 30_000],
  ["20 Nov 2026 12:01:00 GMT", 60_000],
  ["Fri, 20 Nov 2026 12:01:00 +0000", 60_000], // ends like a number, and is a date
  ["soon", null],
  ["", null],
  [null, null],
])("Retry-After %j is a wait of %j ms", (header, wait) => {
  expect(readRetryAfter(header, now)).toBe(wait);
});
