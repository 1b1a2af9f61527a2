import fc from "fast-check";
import { expect, test } from "vitest";
import { readRetryTime } from "../../http/decode-response.ts";
import type { Failure } from "../../model/failure.ts";
import { delays } from "./delays.ts";
import { isServiceWide, MAX_TRIES, planRetry, countTries } from "./retry-policy.ts";
import type { RetryPlan } from "./retry-policy.ts";

const NOW = 1_800_000_000_000;
const HOUR = 3_600_000;
const at = (failure: Failure, tries = 0, random = 0.5): RetryPlan =>
  planRetry(failure, tries, NOW, () => random);

const offline: Failure = { kind: "offline" };
const busy = { kind: "refused", status: 503 } as const;

test.each([0, 1, 2, 3, 4, 5, 6])(
  "failure %i: a random pause within a span that doubles",
  (tries) => {
    const span = Math.min(delays.longestRetry, delays.firstRetry * 2 ** tries);
    expect(at(busy, tries, 0)).toEqual({ kind: "again", at: NOW, blocksAccount: true });
    expect(at(busy, tries, 0.5)).toEqual({
      kind: "again",
      at: NOW + span / 2,
      blocksAccount: true,
    });
    expect(at(busy, tries, 1)).toEqual({ kind: "again", at: NOW + span, blocksAccount: true });
  },
);

test("the span starts at the first pause and ends at the longest", () => {
  expect(at(offline, 0, 1)).toMatchObject({ at: NOW + delays.firstRetry });
  expect(at(offline, 1, 1)).toMatchObject({ at: NOW + 2 * delays.firstRetry });
  expect(at(offline, 60, 1)).toMatchObject({ at: NOW + delays.longestRetry });
});

const passing: [Failure, boolean][] = [
  [{ kind: "not-ready" }, false],
  [{ kind: "malformed", where: "x" }, false],
  [{ kind: "unknown-outcome" }, false],
  [busy, true],
  [{ kind: "refused", status: 500 }, true],
];
test.each(passing)("%o is temporary, and is tried eight times in all", (failure, blocksAccount) => {
  expect(at(failure, MAX_TRIES - 2)).toMatchObject({ kind: "again", blocksAccount });
  expect(at(failure, MAX_TRIES - 1)).toEqual({ kind: "stuck" });
  expect(isServiceWide(failure)).toBe(blocksAccount);
  expect(MAX_TRIES).toBe(8);
});

test.each([offline, { kind: "too-many", retryAt: null }] as const)(
  "%o is retried without limit",
  (failure) => {
    expect(at(failure, 1000)).toMatchObject({ kind: "again", blocksAccount: true });
    expect(isServiceWide(failure)).toBe(true);
  },
);

test.each([
  { kind: "signed-out", code: null },
  { kind: "not-allowed", code: "PLAN" },
  { kind: "no-permission", origin: "https://a" },
  { kind: "no-account" },
] as const)("%o waits for the person", (failure) => {
  expect(at(failure)).toEqual({ kind: "pause" });
  expect(isServiceWide(failure)).toBe(false); // what is paused says so itself
});

test.each([
  { kind: "not-yours" },
  { kind: "gone" },
  { kind: "not-kept" },
  { kind: "refused", status: 422 },
  { kind: "refused", status: 499 },
] as const)("%o will not succeed by itself", (failure) => {
  expect(at(failure)).toEqual({ kind: "stuck" });
  expect(isServiceWide(failure)).toBe(false);
});

/** What a service may say in its header, however absurd, and the earliest time that it means. */
const headers = fc.oneof(
  fc.constant({ header: null, earliest: null }),
  fc.integer({ min: 0, max: 10_000 }).map((s) => ({ header: `${s}`, earliest: NOW + s * 1000 })),
  fc.integer({ min: -10_000, max: 10_000 }).map((s) => ({
    header: new Date(NOW + s * 1000).toUTCString(),
    earliest: Math.max(NOW, NOW + s * 1000),
  })),
  fc.constantFrom(
    { header: "99999999999999999999", earliest: NOW + HOUR },
    { header: "Fri, 31 Dec 9999 23:59:59 GMT", earliest: NOW + HOUR },
    { header: "Thu, 01 Jan 1970 00:00:00 GMT", earliest: NOW },
    { header: "-5", earliest: null },
    { header: "1e3", earliest: null },
    { header: " 7 ", earliest: NOW + 7000 },
  ),
  fc.string().map((header) => ({ header, earliest: null })),
);

test("10,000 Retry-After headers: never retries earlier, never later than in an hour", () => {
  fc.assert(
    fc.property(
      headers,
      fc.nat(1000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (said, tries, random) => {
        const failure = { kind: "too-many", retryAt: readRetryTime(said.header, NOW) } as const;
        const next = planRetry(failure, tries, NOW, () => random);
        if (next.kind !== "again") throw new Error(next.kind);
        expect(next.at).toBeGreaterThanOrEqual(Math.min(said.earliest ?? NOW, NOW + HOUR));
        expect(next.at).toBeLessThanOrEqual(NOW + HOUR);
        expect(next.blocksAccount).toBe(true);
      },
    ),
    { numRuns: 10_000 },
  );
});

test("Retry-After never makes the pause shorter than the random one", () => {
  expect(at({ kind: "too-many", retryAt: NOW + 10 }, 0, 1)).toMatchObject({
    at: NOW + delays.firstRetry,
  });
  expect(at({ kind: "too-many", retryAt: NOW + HOUR }, 0, 1)).toMatchObject({ at: NOW + HOUR });
});

test.each([
  ["the first failure", null, busy, 5],
  ["the network is back, the service is in trouble", offline, busy, 0],
  ["still no network", offline, offline, 5],
  ["still in trouble", busy, busy, 5],
  ["in trouble, and then no network", busy, offline, 5],
] as const)("countTries after five tries: %s", (_name, last, failure, count) => {
  expect(countTries(last, failure, 5)).toBe(count);
});
