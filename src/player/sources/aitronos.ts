import { classifyStatus, fetchJson } from "../net/fetch-json.ts";
import type { SourceUrl } from "../net/safe-urls.ts";
import { decodeShare, failed, refusedStatus } from "./aitronos-share.ts";
import type { ShareResult, SourceResolver } from "./source.ts";

/** The endpoint that resolves a share. */
export interface ShareUrl {
  /** Absolute, rebuilt from origin and path: no query, no fragment, no user name. */
  readonly url: string;
  /** See `SourceUrl`. */
  readonly allowsHttp: boolean;
}

// https://docs.aitronos.com/docs/api-reference/music/resolve-share; the service can be hosted under any origin.
const SHARE_PATH = /^\/v1\/music\/shared\/[\w.~-]{1,256}\/?$/;

/** The share endpoint in a URL; null when the URL is not that of an Aitronos share. */
export function findShareUrl({ url, allowsHttp }: SourceUrl): ShareUrl | null {
  return SHARE_PATH.test(url.pathname) ? { url: url.origin + url.pathname, allowsHttp } : null;
}

/** Fetches what a share link of Aitronos leads to; `timeout` in milliseconds. See `fetchJson`. */
export async function resolveShare(
  address: ShareUrl,
  signal: AbortSignal,
  timeout?: number,
): Promise<ShareResult> {
  const result = await fetchJson(address.url, {}, signal, timeout);
  if (!result.ok) return result;
  // The documentation promises "a graceful error" for a dead link, without its status: it may come with a 200.
  const refused = refusedStatus(result.body);
  return refused === null
    ? decodeShare(result.body, address.allowsHttp)
    : failed(classifyStatus(refused, result.headers));
}

/** A share link of Aitronos: a track, or a collection of them. */
export const aitronos: SourceResolver = (found) => {
  const address = findShareUrl(found);
  return (
    address && {
      linkAddress: found.url.href,
      fetchShare: (signal) => resolveShare(address, signal),
    }
  );
};
