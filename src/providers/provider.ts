import type { Client } from "../http/client.ts";
import type { RawAnswer } from "../model/attempt.ts";
import type { Entry } from "../model/entry.ts";
import type { Result } from "../model/failure.ts";
import type { ProviderId } from "../model/provider-id.ts";
import type { ShareLink } from "../model/share-link.ts";
import type { Share, Terms } from "../model/share.ts";
import type { Track } from "../model/track.ts";

/** A client that is bound to the account's origin and signed, with the account's settings. */
export interface Connection {
  client: Client;
  settings: Record<string, string>;
}

/** What saving and listing give; the caller knows the account. */
export type Saved = Omit<Entry, "account">;

export interface Page<T> {
  items: T[];
  /** Opaque; null at the end. */
  next: string | null;
}

/** A track as somebody without an account gets it from a share link. */
export interface SharedTrack {
  /** Null when the link works but its track was removed. */
  track: Track | null;
  /** The service's own words about it. */
  message: string | null;
}

/**
 * One service. It never sees a key and cannot call another host. What a service cannot do
 * is absent, and the app follows from that.
 */
export interface Provider {
  readonly id: ProviderId;
  /** "Test connection": is the key good, may it be used for these settings? */
  check(at: Connection): Promise<Result<void>>;
  /** What the service says of a track the account may use. */
  track(at: Connection, id: string): Promise<Result<Track>>;
  /** Makes a link. Never repeated by itself: each call makes another one. */
  share(at: Connection, id: string, terms: Terms): Promise<Result<Share>>;
  /** Reads a stored answer to `share` again. */
  readShare(origin: string, answer: RawAnswer): Result<Share>;
  /** Idempotent. */
  revoke(at: Connection, shareId: string): Promise<Result<void>>;
  /** Idempotent. */
  save(at: Connection, source: { track: string } | { link: ShareLink }): Promise<Result<Saved>>;
  /** Idempotent. */
  unsave(at: Connection, trackId: string): Promise<Result<void>>;
  library(at: Connection, cursor: string | null): Promise<Result<Page<Saved>>>;
  /** What a link opens for anybody; sent without a key. */
  open(client: Client, link: ShareLink): Promise<Result<SharedTrack>>;
}
