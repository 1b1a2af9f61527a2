import { buildSettings } from "../../model/build-settings.ts";
import type { TrackRef } from "../../model/track.ts";
import type { ProviderHosts } from "./hosts.ts";
import type { ButtonPlacement } from "./page.ts";

/** The origin of the API that belongs to a page's origin, or null when the page is not of the service with these hosts. */
export function apiOf({ origins, sites }: ProviderHosts, { origin }: URL): string | null {
  if (sites.includes(origin)) return origins[0] ?? null;
  return [...origins, ...buildSettings.origins].find((each) => each === origin) ?? null;
}

/**
 * Where buttons go when tracks are known by their addresses: behind the title of a track's page,
 * else behind the first link to each track. `links` selects the links worth looking at.
 */
export function placesFor(
  trackAt: (url: URL) => TrackRef | null,
  links: string,
  url: URL,
  document: ParentNode,
): ButtonPlacement[] {
  const own = trackAt(url);
  // Assumed: the title is the first heading of what the page is about.
  const heading = document.querySelector("main h1") ?? document.querySelector("h1");
  if (own) return heading ? [{ track: own, anchor: heading }] : [];
  const places = new Map<string, ButtonPlacement>();
  for (const anchor of document.querySelectorAll(links)) {
    const href = anchor.getAttribute("href") ?? "";
    const track = URL.canParse(href, url.href) ? trackAt(new URL(href, url)) : null;
    if (track && !places.has(track.id)) places.set(track.id, { track, anchor });
  }
  return [...places.values()];
}
