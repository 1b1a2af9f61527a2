import type { ProviderId } from "../model/provider-id.ts";
import type { TrackRef } from "../model/track.ts";
import { isCollectionId } from "./aitronos/collection-id.ts";

/** For each service that has collections: whether an id is the id of a collection. */
const collectionIds: Partial<Record<ProviderId, (id: string) => boolean>> = {
  aitronos: isCollectionId,
};

/** Whether this is a collection of tracks. A collection is shared like a track, but cannot be saved or played like one. */
export function isCollection({ provider, id }: Pick<TrackRef, "provider" | "id">): boolean {
  return collectionIds[provider]?.(id) ?? false;
}
