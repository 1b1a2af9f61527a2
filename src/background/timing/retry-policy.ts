import { type Failure, mendedBy } from "../../model/failure.ts";
import { delays } from "./delays.ts";

/** What a failure means for something that may safely be tried again. */
export type RetryPlan =
  /** Again at this time, in milliseconds since 1970; `all`: nothing else of the account goes before. */
  | { kind: "again"; at: number; all: boolean }
  /** Everything of the account waits until the person has done something. */
  | { kind: "pause" }
  /** It will not succeed by itself. */
  | { kind: "stuck" };

/** So often a failure that may pass is believed to. */
export const MAX_TRIES = 8;

/**
 * Whether a failure is that of the whole service: then nothing else of the account goes before it is tried
 * again, or each thing that waits would find it out for itself.
 */
export function isServiceWide(failure: Failure): boolean {
  if (failure.kind === "refused") return failure.status >= 500;
  return failure.kind === "offline" || failure.kind === "too-many";
}

/** How many tries count: times without network say nothing about the service. */
export function countTries(last: Failure | null, failure: Failure, tries: number): number {
  return last?.kind === "offline" && failure.kind !== "offline" ? 0 : tries;
}

/**
 * When to try again, after `tries` failures in a row before this one; `most` tries in all. The pause is drawn
 * at random from the whole of a doubling span ("full jitter":
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), so that many clients do not
 * come back at once. A service's own time is never shortened.
 */
export function planRetry(
  failure: Failure,
  tries: number,
  now: number,
  random: () => number = Math.random,
  most = MAX_TRIES,
): RetryPlan {
  const wait = random() * Math.min(delays.longestRetry, delays.firstRetry * 2 ** tries);
  const again: RetryPlan = { kind: "again", at: now + wait, all: isServiceWide(failure) };
  switch (mendedBy[failure.kind]) {
    case "person":
      return { kind: "pause" };
    case "nobody":
      return { kind: "stuck" };
    // Nothing has reached the service: that can go on for days, and no day without network is a failure.
    case "network":
      return again;
    case "service": {
      if (failure.kind === "too-many")
        return { ...again, at: Math.max(failure.retryAt ?? 0, again.at) };
      const isPassing = failure.kind !== "refused" || again.all;
      return isPassing && tries + 1 < most ? again : { kind: "stuck" };
    }
  }
}
