import type { ShareLink } from "../model/share-link.ts";
import type { TrackRef } from "../model/track.ts";
import { aitronos } from "./aitronos/page.ts";
import { craftkit } from "./craftkit/page.ts";
import { mixthat } from "./mixthat/page.ts";
import type { PageRule, ButtonPlacement } from "./contract/page.ts";

/** Every site Earmark knows. */
export const pages: readonly PageRule[] = [aitronos, mixthat, craftkit];

function first<T>(find: (page: PageRule) => T | null): T | null {
  for (const page of pages) {
    const found = find(page);
    if (found !== null) return found;
  }
  return null;
}

/** The track whose page is at `address`, or null. */
export function trackAt(address: string): TrackRef | null {
  return URL.canParse(address) ? first((page) => page.trackAt(new URL(address))) : null;
}

/** The track that the page at `address` calls `id`, or null. */
export function trackOf(address: string, id: string): TrackRef | null {
  return URL.canParse(address) ? first((page) => page.trackOf(new URL(address), id)) : null;
}

/** The share link that `address` is, or null. */
export function linkAt(address: string): ShareLink | null {
  return URL.canParse(address) ? first((page) => page.linkAt(new URL(address))) : null;
}

/** Every place for buttons on a page. */
export function placesOn(address: string, document: ParentNode): readonly ButtonPlacement[] {
  const url = new URL(address);
  return pages.flatMap((page) => page.places(url, document));
}
