import type { CreatedShare } from "./remote-share.ts";
import type { Terms } from "./share-terms.ts";
import type { Track } from "./track.ts";

/** A share link that Earmark created, as it is stored. Aitronos has no list, so there this is the only record. */
export interface StoredLink extends CreatedShare {
  /** Our own id; `id` is the one of the service. */
  key: string;
  account: string;
  track: Track;
  asked: Terms;
  /** The nonce of the attempt, by which the link is recognised in the service's list. */
  nonce: string;
  /** Milliseconds since 1970. */
  revokedAt: number | null;
}

/** The state of a link. `expired` goes by this device's clock, so it is only shown. `now` in milliseconds since 1970. */
export function getLinkState(link: StoredLink, now: number): "live" | "expired" | "revoked" {
  if (link.revokedAt !== null) return "revoked";
  return link.expiresAt !== null && link.expiresAt <= now ? "expired" : "live";
}
