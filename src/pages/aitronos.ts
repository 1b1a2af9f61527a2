import { buildSettings } from "../model/build-settings.ts";
import { matchPattern } from "../model/origin.ts";
import { providerFacts } from "../model/provider-facts.ts";
import type { TrackRef } from "../model/track.ts";
import type { Page, Place } from "./page.ts";

const { origins, sites } = providerFacts.aitronos;

/**
 * Assumed, as no track address is public: somewhere in the path stands the track's id, whose
 * form is documented (https://docs.aitronos.com/docs/api-reference/music/introduction).
 */
const TRACK_ID = /(?:^|\/)(mtrack_[a-z0-9]{6,64})(?=\/|$)/i;

/** Documented: docs, "Open a shared link". */
const SHARED = /^\/v1\/music\/shared\/([\w-]{8,256})$/;

/** The API that belongs to a page's origin, or null when the page is not Aitronos's. */
function apiOf(url: URL): string | null {
  const official = origins[0] ?? null;
  if (sites.includes(url.origin)) return official;
  if (origins.includes(url.origin)) return url.origin;
  return buildSettings.origins.includes(url.origin) ? url.origin : null;
}

function trackAt(url: URL): TrackRef | null {
  const origin = apiOf(url);
  const id = TRACK_ID.exec(url.pathname)?.[1];
  if (origin === null || id === undefined || url.pathname.startsWith("/v1/")) return null;
  return { provider: "aitronos", origin, id };
}

export const aitronos: Page = {
  matches: (origin) => (origins.includes(origin) ? sites : [origin]).map(matchPattern),
  trackAt,
  linkAt(url) {
    const origin = apiOf(url);
    const token = SHARED.exec(url.pathname)?.[1];
    return origin === null || token === undefined ? null : { provider: "aitronos", origin, token };
  },
  places(url, document) {
    const own = trackAt(url);
    const heading = document.querySelector("main h1, h1"); // assumed: the title is the first heading
    if (own) return heading ? [{ track: own, anchor: heading }] : [];
    const places = new Map<string, Place>();
    for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a[href*="mtrack_"]')) {
      const track = trackAt(new URL(anchor.href, url));
      if (track && !places.has(track.id)) places.set(track.id, { track, anchor });
    }
    return [...places.values()];
  },
};
