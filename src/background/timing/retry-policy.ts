import { mendedBy } from "../../model/failure.ts";
import type { Failure } from "../../model/failure.ts";
import { delays } from "./delays.ts";

/** What to do after the failure of something that may safely be tried again. */
export type RetryPlan =
  /** Try again at this time, in milliseconds since 1970. `blocksAccount`: nothing of the account is sent before. */
  | { kind: "again"; at: number; blocksAccount: boolean }
  /** Everything of the account waits until the person has done something, as replacing the key. */
  | { kind: "pause" }
  /** It will not succeed by itself; the person decides. */
  | { kind: "stuck" };

/** How often something is tried in all while its failures may pass. */
export const MAX_TRIES = 8;

/**
 * Whether a failure is that of the whole service or the network. Then nothing else of the account is sent before the
 * retry, as it would only fail the same way.
 */
export function isServiceWide(failure: Failure): boolean {
  if (failure.kind === "refused") return failure.status >= 500;
  return failure.kind === "offline" || failure.kind === "too-many";
}

/**
 * How many failed tries count for the next pause: none of those without network, as they say nothing about the service.
 */
export function countTries(last: Failure | null, failure: Failure, tries: number): number {
  return last?.kind === "offline" && failure.kind !== "offline" ? 0 : tries;
}

/**
 * Whether and when to try again, after `tries` failures in a row before this one, at most `most` tries in all. The pause
 * is random between nothing and a limit that doubles with each try ("full jitter":
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), so that many clients do not
 * come back at the same moment. A time that the service named itself (Retry-After) is never shortened.
 */
export function planRetry(
  failure: Failure,
  tries: number,
  now: number,
  random: () => number = Math.random,
  most = MAX_TRIES,
): RetryPlan {
  const wait = random() * Math.min(delays.longestRetry, delays.firstRetry * 2 ** tries);
  const again: RetryPlan = { kind: "again", at: now + wait, blocksAccount: isServiceWide(failure) };
  switch (mendedBy[failure.kind]) {
    case "person":
      return { kind: "pause" };
    case "nobody":
      return { kind: "stuck" };
    // Nothing has reached the service. That can go on for days, so these tries are not counted.
    case "network":
      return again;
    case "service": {
      if (failure.kind === "too-many")
        return { ...again, at: Math.max(failure.retryAt ?? 0, again.at) };
      const isPassing = failure.kind !== "refused" || again.blocksAccount;
      return isPassing && tries + 1 < most ? again : { kind: "stuck" };
    }
  }
}
