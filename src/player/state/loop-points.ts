import type { State } from "./state.ts";
import type { Request } from "../controller/requests.ts";

/** Seconds that A and B are kept apart, so that a loop can be heard as one. */
export const LEAST_REGION = 0.1;

/**
 * Moves one end of the region to `at` (seconds); the other end stays, or is the track's own until it is set.
 * An end that passes the other opens the region up to the track's end (or from its start) again.
 */
export function markRequest(
  state: Pick<State, "region" | "duration">,
  end: "from" | "to",
  at: number,
): Request | null {
  const length = state.duration.value;
  if (length === null || length < LEAST_REGION) return null;
  const { from, to } = state.region.value ?? { from: 0, to: length };
  if (end === "from") {
    const start = Math.min(Math.max(at, 0), length - LEAST_REGION);
    return { type: "region", from: start, to: to - start < LEAST_REGION ? length : to };
  }
  const stop = Math.min(Math.max(at, LEAST_REGION), length);
  return { type: "region", from: stop - from < LEAST_REGION ? 0 : from, to: stop };
}
