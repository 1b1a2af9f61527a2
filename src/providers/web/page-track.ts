import type { Track } from "../../model/track.ts";

/** A track of which only the address of its page, or of its audio file, is known. */
export function createPageTrack(
  origin: string,
  address: string,
  rest: Omit<Track, "provider" | "origin" | "id">,
): Track {
  return { provider: "web", origin, id: address, ...rest };
}
