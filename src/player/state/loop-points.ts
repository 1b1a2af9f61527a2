import type { State } from "./state.ts";
import type { Request } from "../controller/requests.ts";

/** Seconds that A and B are kept apart, so that a loop can be heard as one. */
export const MIN_REGION_SECONDS = 0.1;

/**
 * Moves one end of the region to `at` (seconds); the other end stays, or is the track's own until it is set.
 * An end that passes the other opens the region up to the track's end (or from its start) again.
 */
export function createRegionRequest(
  state: Pick<State, "region" | "duration">,
  end: "from" | "to",
  at: number,
): Request | null {
  const length = state.duration.value;
  if (length === null || length < MIN_REGION_SECONDS) return null;
  const { from, to } = state.region.value ?? { from: 0, to: length };
  if (end === "from") {
    const start = Math.min(Math.max(at, 0), length - MIN_REGION_SECONDS);
    return { type: "region", from: start, to: to - start < MIN_REGION_SECONDS ? length : to };
  }
  const stop = Math.min(Math.max(at, MIN_REGION_SECONDS), length);
  return { type: "region", from: stop - from < MIN_REGION_SECONDS ? 0 : from, to: stop };
}
