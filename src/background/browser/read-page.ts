import { browser } from "wxt/browser";
import type { Track } from "../../model/track.ts";
import { createPageTrack } from "../../providers/web/page-track.ts";
import { decode, nullable, number, record, text } from "../../shared/decode.ts";

/** The result of src/metadata/read-metadata.ts. It is decoded because it comes out of a web page's process. */
const found = record({
  address: text(2048),
  title: text(512),
  artist: nullable(text(512)),
  album: nullable(text(512)),
  artwork: nullable(text(2048)),
  duration: nullable(number(0)),
});

/**
 * Reads the track that the page in a tab describes; null when it describes none or may not be read. The click on the
 * toolbar button allows reading this one page (activeTab). The script that reads it leaves nothing behind.
 */
export async function readPage(tab: number, address: string): Promise<Track | null> {
  if (!/^https?:/.test(address)) return null;
  const results = await browser.scripting
    .executeScript({ target: { tabId: tab }, files: ["/read-page.js"] })
    // No extension may read the browser's own pages and the extension store.
    .catch(() => []);
  const track = decode(found, results[0]?.result);
  if (!track.ok) return null;
  const { address: id, ...rest } = track.value;
  return createPageTrack(new URL(address).origin, id, rest);
}
