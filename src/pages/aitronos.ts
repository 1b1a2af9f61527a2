import { buildSettings } from "../model/build-settings.ts";
import { providerHosts } from "../model/provider-hosts.ts";
import type { TrackRef } from "../model/track.ts";
import type { Page, Place } from "./page.ts";

const { origins, sites } = providerHosts.aitronos;

/** Documented: https://docs.aitronos.com/docs/api-reference/music/introduction */
const TRACK_ID = /^mtrack_[a-z0-9]{6,64}$/i;

/** Documented: https://docs.aitronos.com/docs/api-reference/music/resolve-share */
const SHARED = /^\/v1\/music\/shared\/([\w-]{8,256})$/;

/** The API that belongs to a page's origin, or null when the page is not Aitronos's. */
function apiOf(url: URL): string | null {
  if (sites.includes(url.origin)) return origins[0] ?? null;
  return [...origins, ...buildSettings.origins].find((each) => each === url.origin) ?? null;
}

function trackOf(url: URL, id: string): TrackRef | null {
  const origin = apiOf(url);
  return origin === null || !TRACK_ID.test(id) ? null : { provider: "aitronos", origin, id };
}

/** Assumed, as no address of a track page is public: the id is one segment of the path. */
function trackAt(url: URL): TrackRef | null {
  const id = url.pathname.split("/").find((segment) => TRACK_ID.test(segment));
  return id === undefined || url.pathname.startsWith("/v1/") ? null : trackOf(url, id);
}

export const aitronos: Page = {
  trackOf,
  trackAt,
  linkAt(url) {
    const origin = apiOf(url);
    const token = SHARED.exec(url.pathname)?.[1];
    return origin === null || token === undefined ? null : { provider: "aitronos", origin, token };
  },
  places(url, document) {
    const own = trackAt(url);
    // Assumed: the title is the first heading of what the page is about.
    const heading = document.querySelector("main h1") ?? document.querySelector("h1");
    if (own) return heading ? [{ track: own, anchor: heading }] : [];
    const places = new Map<string, Place>();
    for (const anchor of document.querySelectorAll('a[href*="mtrack_"]')) {
      const href = anchor.getAttribute("href") ?? "";
      const track = URL.canParse(href, url.href) ? trackAt(new URL(href, url)) : null;
      if (track && !places.has(track.id)) places.set(track.id, { track, anchor });
    }
    return [...places.values()];
  },
};
