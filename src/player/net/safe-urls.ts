import { isLoopbackHost } from "../../shared/is-loopback-host.ts";

/** A URL that the page gave and that may be fetched. */
export interface SourceUrl {
  readonly url: URL;
  /** The URL itself is `http:` on a loopback host, so the audio that it leads to may be `http:` too. */
  readonly allowsHttp: boolean;
}

/** Parses a URL, or null when it is none: `URL.parse`, which browsers have only since 2024. */
export const parseUrl = (text: string, base?: string): URL | null =>
  URL.canParse(text, base) ? new URL(text, base) : null;

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

/** The absolute form of the URL of some audio; null when its scheme is not one to give to a media element. */
export function parsePlaybackUrl(url: string, allowsHttp: boolean): string | null {
  const { protocol, href = null } = parseUrl(url) ?? {};
  return protocol === "https:" || (allowsHttp && protocol === "http:") ? href : null;
}
