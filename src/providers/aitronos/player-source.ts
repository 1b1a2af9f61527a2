import type {
  PlayerClient,
  PlayerSource,
  ShareResult,
  SourceUrl,
} from "../contract/player-source.ts";
import { decodePlayerShare, findErrorStatus } from "./decode-player-share.ts";

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

/** Fetches what a share link of Aitronos leads to. */
export async function resolveShare(
  address: ShareUrl,
  client: PlayerClient,
  signal: AbortSignal,
): Promise<ShareResult> {
  const result = await client.fetchJson(address.url, {}, signal);
  if (!result.ok) return result;
  // The documentation promises "a graceful error" for a dead link, without its status: it may come with a 200.
  const refused = findErrorStatus(result.body);
  return refused === null
    ? decodePlayerShare(result.body, address.allowsHttp)
    : { ok: false, failure: client.classifyStatus(refused, result.headers) };
}

/** A share link of Aitronos: a track, or a collection of them. */
export const aitronosSource: PlayerSource = (found, client) => {
  const address = findShareUrl(found);
  return (
    address && {
      linkAddress: found.url.href,
      fetchShare: (signal) => resolveShare(address, client, signal),
    }
  );
};
