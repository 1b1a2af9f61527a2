import type { TrackRef } from "../../model/track.ts";

/**
 * Several tracks under one name. A collection is shared like a track, but can be neither saved nor
 * played as one. https://docs.aitronos.com/docs/api-reference/music/share-collection
 */
export function isCollection({ provider, id }: Pick<TrackRef, "provider" | "id">): boolean {
  return provider === "aitronos" && id.startsWith("mcoll_");
}
