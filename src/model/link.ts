import type { Share, Terms } from "./share.ts";
import type { Track } from "./track.ts";

/** A share link in our own ledger: for Aitronos the only record there is. */
export interface Link extends Share {
  /** The service's id of the share; `key` is ours. */
  key: string;
  account: string;
  track: Track;
  asked: Terms;
  /** The mark by which the service's list shows which of its links this is. */
  nonce: string;
  /** Milliseconds since 1970. */
  revokedAt: number | null;
}

/** live, expired (by our clock: shown, never acted on) or revoked. */
export function getLinkState(link: Link, now: number): "live" | "expired" | "revoked" {
  if (link.revokedAt !== null) return "revoked";
  return link.expiresAt !== null && link.expiresAt <= now ? "expired" : "live";
}
