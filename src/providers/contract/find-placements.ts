import { buildSettings } from "../../model/build-settings.ts";
import type { TrackRef } from "../../model/track.ts";
import type { ProviderHosts } from "./hosts.ts";
import type { ButtonPlacement } from "./page-rule.ts";

/** The origin of the API for a page at `url`; null when the page does not belong to the service with these hosts. */
export function findApiOrigin({ origins, sites }: ProviderHosts, { origin }: URL): string | null {
  if (sites.includes(origin)) return origins[0] ?? null;
  return [...origins, ...buildSettings.origins].find((known) => known === origin) ?? null;
}

/**
 * Where buttons go when the address of a page or link tells its track: behind the heading of a track's page; on any other
 * page behind the first link to each track. `linkSelector` is a CSS selector of the links whose addresses are tried.
 */
export function findPlacementsByAddress(
  findTrack: (url: URL) => TrackRef | null,
  linkSelector: string,
  url: URL,
  document: ParentNode,
): ButtonPlacement[] {
  const pageTrack = findTrack(url);
  // Assumed: the track's title is the first heading, in `main` where there is one.
  const heading = document.querySelector("main h1") ?? document.querySelector("h1");
  if (pageTrack) return heading ? [{ track: pageTrack, anchor: heading }] : [];
  const placements = new Map<string, ButtonPlacement>();
  for (const anchor of document.querySelectorAll(linkSelector)) {
    const href = anchor.getAttribute("href") ?? "";
    const track = URL.canParse(href, url.href) ? findTrack(new URL(href, url)) : null;
    if (track && !placements.has(track.id)) placements.set(track.id, { track, anchor });
  }
  return [...placements.values()];
}
