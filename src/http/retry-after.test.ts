import { expect, test } from "vitest";
import { parseRetryAfter } from "./retry-after.ts";

const now = Date.parse("2026-11-20T12:00:00Z");

test.each([
  ["30", now + 30_000],
  ["0", now],
  ["Fri, 20 Nov 2026 12:01:00 GMT", now + 60_000],
  ["Fri, 20 Nov 2026 11:00:00 GMT", now],
  ["999999999", now + 3_600_000],
  [" 30 ", now + 30_000],
  ["20 Nov 2026 12:01:00 GMT", now + 60_000],
  ["Fri, 20 Nov 2026 12:01:00 +0000", now + 60_000], // ends like a number, and is a date
  ["soon", null],
  [null, null],
])("Retry-After %s", (header, at) => {
  expect(parseRetryAfter(header, now)).toBe(at);
});
