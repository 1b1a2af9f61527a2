import { browser } from "wxt/browser";
import { decode, nullable, number, record, text } from "../../shared/decode.ts";
import type { Track } from "../../model/track.ts";
import { createPageTrack } from "../../providers/web/page-track.ts";

/** What src/metadata/read-metadata.ts finds. Decoded, as it was made where a page's script also runs. */
const found = record({
  address: text(2048),
  title: text(512),
  artist: nullable(text(512)),
  album: nullable(text(512)),
  artwork: nullable(text(2048)),
  duration: nullable(number(0)),
});

/**
 * The track that the page in a tab says it is about; null when it is about none or may not be
 * read. The toolbar click has let us read this one page (activeTab), and nothing stays in it.
 */
export async function readPage(tab: number, address: string): Promise<Track | null> {
  if (!/^https?:/.test(address)) return null;
  const results = await browser.scripting
    .executeScript({ target: { tabId: tab }, files: ["/read-page.js"] })
    // The browser's own pages and its store may not be read by anybody.
    .catch(() => []);
  const track = decode(found, results[0]?.result);
  if (!track.ok) return null;
  const { address: id, ...rest } = track.value;
  return createPageTrack(new URL(address).origin, id, rest);
}
