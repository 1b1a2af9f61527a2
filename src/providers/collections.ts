import type { ProviderId } from "../model/provider-id.ts";
import type { TrackRef } from "../model/track.ts";
import { isCollectionId } from "./aitronos/collection-id.ts";

/** For each service with collections: whether an id is that of a collection. */
const collectionIds: Partial<Record<ProviderId, (id: string) => boolean>> = {
  aitronos: isCollectionId,
};

/** Whether this is several tracks under one name. A collection is shared like a track, but cannot be saved or played as one. */
export function isCollection({ provider, id }: Pick<TrackRef, "provider" | "id">): boolean {
  return collectionIds[provider]?.(id) ?? false;
}
