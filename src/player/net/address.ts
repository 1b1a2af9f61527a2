import { isLoopbackHost } from "../../shared/is-loopback-host.ts";

/** An address that a page may be given to open. */
export interface PublicAddress {
  readonly url: URL;
  /** It is on this machine over http:, so what it leads to may be too. */
  readonly plain: boolean;
}

/** Where a share is resolved. */
export interface ShareAddress {
  /** Absolute, rebuilt from origin and path: no query, no fragment, no user name. */
  readonly url: string;
  /** The share is on this machine over http:, so its audio may be too. */
  readonly plain: boolean;
}

// https://docs.aitronos.com/docs/api-reference/music/resolve-share; the service can be hosted under any origin.
const SHARE_PATH = /^\/v1\/music\/shared\/[\w.~-]{1,256}\/?$/;

/** An address, or null when it is none: `URL.parse`, which browsers have since 2024 only. */
export const parseAddress = (text: string, base?: string): URL | null =>
  URL.canParse(text, base) ? new URL(text, base) : null;

/**
 * Reads a `src` attribute; a relative one is taken from `page`, the address of the document.
 * Null when it is nothing to ask for: no address, plain http: beyond this machine, or a user name in it.
 */
export function publicAddress(src: string, page: string): PublicAddress | null {
  const url = src.trim() && parseAddress(src, page);
  if (!url) return null;
  const plain = url.protocol === "http:" && isLoopbackHost(url.hostname);
  if ((url.protocol !== "https:" && !plain) || url.username || url.password) return null;
  return { url, plain };
}

/** The share of Aitronos that an address stands for; null when it is none. */
export function shareIn({ url, plain }: PublicAddress): ShareAddress | null {
  return SHARE_PATH.test(url.pathname) ? { url: url.origin + url.pathname, plain } : null;
}

/** The absolute form of a playback URL, or null when the scheme is not one to give to a media element. */
export function playbackAddress(url: string, plain: boolean): string | null {
  const { protocol, href = null } = parseAddress(url) ?? {};
  return protocol === "https:" || (plain && protocol === "http:") ? href : null;
}
