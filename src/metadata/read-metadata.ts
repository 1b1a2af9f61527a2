import { cleanUrl, resolveWebUrl } from "./clean-values.ts";
import { readJsonLd } from "./json-ld.ts";
import { readMicrodata } from "./microdata.ts";
import { readMetaTags } from "./open-graph.ts";
import { readRecording } from "./read-music-recording.ts";
import type { TrackMetadata } from "./read-music-recording.ts";
import { createValueReader, findMainItem } from "./schema-org-items.ts";
import type { SchemaItem } from "./schema-org-items.ts";

/** The one track that a page is about. Everything in it is plain text that the page chose, so it must not be trusted. */
export interface PageTrack extends TrackMetadata {
  /** At most 512 UTF-16 units, like every text here. */
  title: string;
  /** The canonical address of the page where that has the same origin, else the page's address. */
  address: string;
}

/**
 * Reads the track that a page is about; null when it is about none or about several. The best source comes first:
 * schema.org as JSON-LD, then as microdata, then the meta tags. The first that describes the page decides, and fields
 * that it lacks are taken from the meta tags. Reads `document` only and runs nothing of the page.
 */
export function readMetadata(document: ParentNode, address: string): PageTrack | null {
  // An element with such a name hides the method of the document; such a page is not read.
  // https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
  if (typeof document.querySelectorAll !== "function") return null;
  if (typeof document.querySelector !== "function") return null;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const page = new URL(address);
  const ownUrl = findOwnUrl(document, page);
  const ownUrls = new Set([ownUrl, cleanUrl(page)].map(toComparable));
  const isHere = (other: string): boolean =>
    URL.canParse(other, page.href) && ownUrls.has(toComparable(new URL(other, page).href));

  const tags = readMetaTags(document, page);
  const source = readItems(readJsonLd(document)) ?? readItems(readMicrodata(document)) ?? tags.main;
  if (source === null || source === "list") return null;
  const metadata = source === "track" ? tags.found : mergeMetadata(source, tags.found);
  const { title } = metadata;
  return title === null ? null : { ...metadata, title, address: ownUrl };

  function readItems(items: readonly SchemaItem[]): TrackMetadata | "list" | null {
    const valuesOf = createValueReader(items);
    const main = findMainItem(items, valuesOf, isHere);
    return main === null || main === "list" ? main : readRecording(main, valuesOf, page);
  }
}

function mergeMetadata(best: TrackMetadata, rest: TrackMetadata): TrackMetadata {
  return {
    title: best.title ?? rest.title,
    artist: best.artist ?? rest.artist,
    album: best.album ?? rest.album,
    artwork: best.artwork ?? rest.artwork,
    duration: best.duration ?? rest.duration,
  };
}

/** The canonical address counts only within the page's own origin; otherwise a page could pose as another site's. */
function findOwnUrl(document: ParentNode, page: URL): string {
  const href = document.querySelector('link[rel~="canonical" i]')?.getAttribute("href");
  const canonical = resolveWebUrl(href, page);
  const isOurs = canonical !== null && new URL(canonical).origin === page.origin;
  // Single-page apps often leave the canonical address of the home page on all of their pages.
  const isHome = isOurs && new URL(canonical).pathname === "/" && page.pathname !== "/";
  return cleanUrl(isOurs && !isHome ? new URL(canonical) : page);
}

/** An address without its fragment and without a slash at the end, for comparing. */
const toComparable = (address: string): string => address.replace(/#.*$/, "").replace(/\/$/, "");
