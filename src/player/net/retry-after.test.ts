// @vitest-environment node
import { expect, test } from "vitest";
import { readRetrySeconds } from "./retry-after.ts";

const now = Date.UTC(2026, 0, 1);

test.each([
  [null, 10],
  ["", 10],
  ["soon", 10],
  ["0", 1],
  ["7", 7],
  [" 7 ", 7],
  ["86400", 3600],
  ["Thu, 01 Jan 2026 00:02:00 GMT", 120],
  ["Wed, 31 Dec 2025 00:00:00 GMT", 1],
  ["Fri, 02 Jan 2026 00:00:00 GMT", 3600],
])("reads %j as %d seconds", (header, seconds) => {
  expect(readRetrySeconds(header, now)).toBe(seconds);
});
