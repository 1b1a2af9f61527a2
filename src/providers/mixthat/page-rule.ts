import type { TrackRef } from "../../model/track.ts";
import { findApiOrigin, findPlacementsByAddress } from "../contract/find-placements.ts";
import type { PageRule } from "../contract/page-rule.ts";
import { mixthatHosts } from "./hosts.ts";

/** The id of a track: `track_id` in https://github.com/firstcoders/mixthat-docs (static/swagger/openapi.yml) */
const TRACK_ID = /^[a-z\d]{6}$/i;

/** The path of a track's page, as `webUrl` of the service's own player builds it: https://www.npmjs.com/package/@firstcoders/mixthat-player */
const TRACK_PAGE = /^\/tracks\/([a-z\d]{6})\/?$/i;

/** The path of a share link: the track's page, or the API's address of the track, which embed codes contain. */
const SHARED = /^(?:\/api\/v1)?\/tracks\/([a-z\d]{6})\/?$/i;

/** A JSON Web Token. It is sent unchanged in a header, so only the characters of a token are allowed. */
const TOKEN = /^[\w.-]{8,4096}$/;

function findTrackById(url: URL, id: string): TrackRef | null {
  const origin = findApiOrigin(mixthatHosts, url);
  return origin === null || !TRACK_ID.test(id) ? null : { provider: "mixthat", origin, id };
}

function findTrack(url: URL): TrackRef | null {
  const id = TRACK_PAGE.exec(url.pathname)?.[1];
  return id === undefined ? null : findTrackById(url, id);
}

export const mixthat: PageRule = {
  findTrackById,
  findTrack,
  findShareLink(url) {
    const id = SHARED.exec(url.pathname)?.[1];
    const track = id === undefined ? null : findTrackById(url, id);
    const token = url.searchParams.get("auth_token");
    if (track === null || token === null || !TOKEN.test(token)) return null;
    return { provider: "mixthat", origin: track.origin, token, track: track.id };
  },
  findPlacements: (url, document) =>
    findPlacementsByAddress(findTrack, 'a[href*="tracks/"]', url, document),
};
