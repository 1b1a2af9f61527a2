import type { Request } from "../controller/requests.ts";
import type { State } from "./state.ts";

/** The least distance of A and B, in seconds, so that a loop can be heard as one. */
export const MIN_REGION_SECONDS = 0.1;

/**
 * The request that moves one end of the region to `at` (seconds). The other end stays; without a region it is the end of the
 * track. When an end is moved past the other one, the other one goes to the start or the end of the track. Null while the
 * length is unknown, and for a track that is too short.
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
