import type { TrackRef } from "../../model/track.ts";
import type { PageRule } from "../contract/page.ts";
import { apiOf, placesFor } from "../contract/site.ts";
import { aitronosHosts } from "./hosts.ts";

/** A track's or a collection's. https://docs.aitronos.com/docs/api-reference/music/introduction */
const TRACK_ID = /^m(?:track|coll)_[a-z0-9]{6,64}$/i;

/** Documented: https://docs.aitronos.com/docs/api-reference/music/resolve-share */
const SHARED = /^\/v1\/music\/shared\/([\w-]{8,256})$/;

function trackOf(url: URL, id: string): TrackRef | null {
  const origin = apiOf(aitronosHosts, url);
  return origin === null || !TRACK_ID.test(id) ? null : { provider: "aitronos", origin, id };
}

/** Assumed, as no address of a track page is public: the id is one segment of the path. */
function trackAt(url: URL): TrackRef | null {
  const id = url.pathname.split("/").find((segment) => TRACK_ID.test(segment));
  return id === undefined || url.pathname.startsWith("/v1/") ? null : trackOf(url, id);
}

export const aitronos: PageRule = {
  trackOf,
  trackAt,
  linkAt(url) {
    const origin = apiOf(aitronosHosts, url);
    const token = SHARED.exec(url.pathname)?.[1];
    return origin === null || token === undefined ? null : { provider: "aitronos", origin, token };
  },
  places: (url, document) =>
    placesFor(trackAt, 'a[href*="mtrack_"], a[href*="mcoll_"]', url, document),
};
