import type { TrackRef } from "../../model/track.ts";
import { findApiOrigin, findPlacementsByAddress } from "../contract/find-placements.ts";
import type { PageRule } from "../contract/page-rule.ts";
import { aitronosHosts } from "./hosts.ts";

/** The id of a track or a collection. https://docs.aitronos.com/docs/api-reference/music/introduction */
const TRACK_ID = /^m(?:track|coll)_[a-z0-9]{6,64}$/i;

/** The path of a share link: https://docs.aitronos.com/docs/api-reference/music/resolve-share */
const SHARED = /^\/v1\/music\/shared\/([\w-]{8,256})$/;

function findTrackById(url: URL, id: string): TrackRef | null {
  const origin = findApiOrigin(aitronosHosts, url);
  return origin === null || !TRACK_ID.test(id) ? null : { provider: "aitronos", origin, id };
}

/** Assumes that the id is one segment of the path, because no address of a track page is documented. */
function findTrack(url: URL): TrackRef | null {
  const id = url.pathname.split("/").find((segment) => TRACK_ID.test(segment));
  return id === undefined || url.pathname.startsWith("/v1/") ? null : findTrackById(url, id);
}

export const aitronos: PageRule = {
  findTrackById,
  findTrack,
  findShareLink(url) {
    const origin = findApiOrigin(aitronosHosts, url);
    const token = SHARED.exec(url.pathname)?.[1];
    return origin === null || token === undefined ? null : { provider: "aitronos", origin, token };
  },
  findPlacements: (url, document) =>
    findPlacementsByAddress(findTrack, 'a[href*="mtrack_"], a[href*="mcoll_"]', url, document),
};
