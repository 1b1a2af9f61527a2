import type { TrackRef } from "../../model/track.ts";
import type { PageRule } from "../contract/page.ts";
import { apiOf, placesFor } from "../contract/site.ts";
import { mixthatHosts } from "./hosts.ts";

/** https://github.com/firstcoders/mixthat-docs, static/swagger/openapi.yml: `track_id` */
const TRACK_ID = /^[a-z\d]{6}$/i;

/** As the player's own `webUrl` builds it: https://www.npmjs.com/package/@firstcoders/mixthat-player */
const TRACK_PAGE = /^\/tracks\/([a-z\d]{6})\/?$/i;

/** A share link: of that page, or of what the player asks, which is what embed codes hold. */
const SHARED = /^(?:\/api\/v1)?\/tracks\/([a-z\d]{6})\/?$/i;

/** A JWT. It is sent in a header as it is, so nothing else may be in it. */
const TOKEN = /^[\w.-]{8,4096}$/;

function trackOf(url: URL, id: string): TrackRef | null {
  const origin = apiOf(mixthatHosts, url);
  return origin === null || !TRACK_ID.test(id) ? null : { provider: "mixthat", origin, id };
}

function trackAt(url: URL): TrackRef | null {
  const id = TRACK_PAGE.exec(url.pathname)?.[1];
  return id === undefined ? null : trackOf(url, id);
}

export const mixthat: PageRule = {
  trackOf,
  trackAt,
  linkAt(url) {
    const id = SHARED.exec(url.pathname)?.[1];
    const track = id === undefined ? null : trackOf(url, id);
    const token = url.searchParams.get("auth_token");
    if (track === null || token === null || !TOKEN.test(token)) return null;
    return { provider: "mixthat", origin: track.origin, token, track: track.id };
  },
  places: (url, document) => placesFor(trackAt, 'a[href*="tracks/"]', url, document),
};
