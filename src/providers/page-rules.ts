import type { ParsedShareUrl } from "../model/parsed-share-url.ts";
import type { ProviderId } from "../model/provider-id.ts";
import type { TrackRef } from "../model/track.ts";
import { aitronos } from "./aitronos/page-rule.ts";
import type { PageRule, ButtonPlacement } from "./contract/page-rule.ts";
import { craftkit } from "./craftkit/page-rule.ts";
import { mixthat } from "./mixthat/page-rule.ts";

/** The page rule of each service; null where nothing is known of its pages. */
const rules: Readonly<Record<ProviderId, PageRule | null>> = {
  aitronos,
  mixthat,
  craftkit,
  web: null,
};

/** The rule of every service whose pages are known, in the order in which they are tried. */
export const pageRules: readonly PageRule[] = Object.values(rules).filter((rule) => rule !== null);

function findFirst<T>(find: (rule: PageRule) => T | null): T | null {
  for (const rule of pageRules) {
    const found = find(rule);
    if (found !== null) return found;
  }
  return null;
}

/** The track whose page is at `address`; null for any other page, and when `address` is not a URL. */
export function findTrack(address: string): TrackRef | null {
  return URL.canParse(address) ? findFirst((rule) => rule.findTrack(new URL(address))) : null;
}

/** The track with this id at the service whose page is at `address`; null when there is none. */
export function findTrackById(address: string, id: string): TrackRef | null {
  return URL.canParse(address)
    ? findFirst((rule) => rule.findTrackById(new URL(address), id))
    : null;
}

/** `address` as a share link; null when it is none. */
export function findShareLink(address: string): ParsedShareUrl | null {
  return URL.canParse(address) ? findFirst((rule) => rule.findShareLink(new URL(address))) : null;
}

/** Where the buttons of every track go on the page at `address`. Throws when `address` is not a URL. */
export function findPlacements(address: string, document: ParentNode): readonly ButtonPlacement[] {
  const url = new URL(address);
  return pageRules.flatMap((rule) => rule.findPlacements(url, document));
}
