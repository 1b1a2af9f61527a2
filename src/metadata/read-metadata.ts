import { cleanUrl, resolveWebUrl } from "./clean-values.ts";
import { readJsonLd } from "./json-ld.ts";
import { readMicrodata } from "./microdata.ts";
import { type TrackMetadata, readRecording } from "./read-music-recording.ts";
import { readMetaTags } from "./open-graph.ts";
import { createValueReader, findMainItem, type SchemaItem } from "./schema-org-items.ts";

/** The one track a page is about, in the page's own words: plain text, to be believed as such. */
export interface PageTrack extends TrackMetadata {
  /** At most 512 UTF-16 units, like every text here. */
  title: string;
  /** Of the page: its canonical one, where that is at the same origin. */
  address: string;
}

/**
 * Reads the track that a page is about, or null. Best signal first: schema.org as JSON-LD, then
 * as microdata, then the tags of the head. The first that knows the page decides, and what it
 * leaves out is taken from the head. Pure: reads `document` and nothing else, runs nothing.
 */
export function readMetadata(document: ParentNode, address: string): PageTrack | null {
  // A page may hide these behind elements of that name; then there is nothing to be read in it.
  // https://html.spec.whatwg.org/multipage/dom.html#dom-document-nameditem
  if (typeof document.querySelectorAll !== "function") return null;
  if (typeof document.querySelector !== "function") return null;
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return null;
  const page = new URL(address);
  const own = ownAddress(document, page);
  const here = new Set([own, cleanUrl(page)].map(comparable));
  const isHere = (other: string): boolean =>
    URL.canParse(other, page.href) && here.has(comparable(new URL(other, page).href));

  const tags = readMetaTags(document, page);
  const said = judge(readJsonLd(document)) ?? judge(readMicrodata(document)) ?? tags.main;
  if (said === null || said === "list") return null;
  const found = said === "track" ? tags.found : merged(said, tags.found);
  const { title } = found;
  return title === null ? null : { ...found, title, address: own };

  function judge(things: readonly SchemaItem[]): TrackMetadata | "list" | null {
    const every = createValueReader(things);
    const main = findMainItem(things, every, isHere);
    return main === null || main === "list" ? main : readRecording(main, every, page);
  }
}

function merged(best: TrackMetadata, rest: TrackMetadata): TrackMetadata {
  return {
    title: best.title ?? rest.title,
    artist: best.artist ?? rest.artist,
    album: best.album ?? rest.album,
    artwork: best.artwork ?? rest.artwork,
    duration: best.duration ?? rest.duration,
  };
}

/** The canonical address is believed within its own origin only, or a page could pass for another's. */
function ownAddress(document: ParentNode, page: URL): string {
  const href = document.querySelector('link[rel~="canonical" i]')?.getAttribute("href");
  const canonical = resolveWebUrl(href, page);
  const isOurs = canonical !== null && new URL(canonical).origin === page.origin;
  // Apps of one page often leave the home page's here, on all of their pages.
  const isHome = isOurs && new URL(canonical).pathname === "/" && page.pathname !== "/";
  return cleanUrl(isOurs && !isHome ? new URL(canonical) : page);
}

/** For comparing: without a fragment and without the slash at the end. */
const comparable = (address: string): string => address.replace(/#.*$/, "").replace(/\/$/, "");
