import type { TrackRef } from "../../model/track.ts";
import type { PageRule } from "../contract/page.ts";
import { apiOf, placesFor } from "../contract/site.ts";
import { craftkitHosts } from "./hosts.ts";

/** Renders have UUIDs: https://docs.craftkit.dev/api-reference/get-render */
const RENDER_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Assumed, as no address of a render's page is public. */
const RENDER_PAGE = /\/renders\/([\da-f-]{36})\/?$/i;

/** The API itself, and what a guest sees: not the owner's pages. https://docs.craftkit.dev/guides/sharing */
const NO_PAGE = /^\/(?:v1|share|api)\//;

function trackOf(url: URL, id: string): TrackRef | null {
  const origin = apiOf(craftkitHosts, url);
  if (origin === null || !RENDER_ID.test(id)) return null;
  return { provider: "craftkit", origin, id: id.toLowerCase() };
}

function trackAt(url: URL): TrackRef | null {
  const id = RENDER_PAGE.exec(url.pathname)?.[1];
  return id === undefined || NO_PAGE.test(url.pathname) ? null : trackOf(url, id);
}

export const craftkit: PageRule = {
  trackOf,
  trackAt,
  // A share's page opens for everybody as it is, and asking for it would count as a view.
  linkAt: () => null,
  places: (url, document) => placesFor(trackAt, 'a[href*="renders/"]', url, document),
};
