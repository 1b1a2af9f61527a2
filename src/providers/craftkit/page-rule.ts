import type { TrackRef } from "../../model/track.ts";
import { findApiOrigin, findPlacementsByAddress } from "../contract/find-placements.ts";
import type { PageRule } from "../contract/page-rule.ts";
import { craftkitHosts } from "./hosts.ts";

/** The id of a render is a UUID: https://docs.craftkit.dev/api-reference/get-render */
const RENDER_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The path of a render's page. Assumed, because no such address is documented. */
const RENDER_PAGE = /\/renders\/([\da-f-]{36})\/?$/i;

/** Paths of the API and of pages for recipients, where the owner's buttons do not belong. https://docs.craftkit.dev/guides/sharing */
const OTHER_PATHS = /^\/(?:v1|share|api)\//;

function findTrackById(url: URL, id: string): TrackRef | null {
  const origin = findApiOrigin(craftkitHosts, url);
  if (origin === null || !RENDER_ID.test(id)) return null;
  return { provider: "craftkit", origin, id: id.toLowerCase() };
}

function findTrack(url: URL): TrackRef | null {
  const id = RENDER_PAGE.exec(url.pathname)?.[1];
  return id === undefined || OTHER_PATHS.test(url.pathname) ? null : findTrackById(url, id);
}

export const craftkit: PageRule = {
  findTrackById,
  findTrack,
  // No share link is recognized: anybody can open its page without Earmark, and a request for it would count as a view.
  findShareLink: () => null,
  findPlacements: (url, document) =>
    findPlacementsByAddress(findTrack, 'a[href*="renders/"]', url, document),
};
