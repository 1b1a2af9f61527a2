import { single } from "./single.ts";
import type { Source } from "./source.ts";

/** An HLS media playlist: https://www.rfc-editor.org/rfc/rfc8216 */
export const playlist: Source = (address, asked) =>
  /\.m3u8$/i.test(address.url.pathname) || /mpegurl$/i.test(asked.kind ?? "")
    ? single(address, asked, { isList: true })
    : null;
