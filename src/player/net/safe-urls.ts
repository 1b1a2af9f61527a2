import type { SourceUrl } from "../../providers/contract/player-source.ts";
import { isLoopbackHost } from "../../shared/is-loopback-host.ts";
import { parseUrl } from "../../shared/playback-url.ts";

/**
 * Parses a `src` attribute; a relative one is resolved against `page`, the base URL of the document.
 * Null when it must not be fetched: no URL, a scheme other than `https:` (or `http:` on a loopback host), or a user name.
 */
export function parseSourceUrl(src: string, page: string): SourceUrl | null {
  const url = src.trim() && parseUrl(src, page);
  if (!url) return null;
  const allowsHttp = url.protocol === "http:" && isLoopbackHost(url.hostname);
  if ((url.protocol !== "https:" && !allowsHttp) || url.username || url.password) return null;
  return { url, allowsHttp };
}
