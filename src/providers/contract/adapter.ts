import type { Client } from "../../http/client.ts";
import type { RawResponse } from "../../model/share-attempt.ts";
import type { Entry } from "../../model/library-entry.ts";
import type { Result } from "../../model/failure.ts";
import type { Mix, MixFormat, MixJob, NewMix } from "../../model/stem-mix.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import type { ParsedShareUrl } from "../../model/parsed-share-url.ts";
import type { RemoteShare, CreatedShare } from "../../model/remote-share.ts";
import type { Terms } from "../../model/share-terms.ts";
import type { Track } from "../../model/track.ts";

/** A client that is bound to the account's origin and signed, with the account's settings. */
export interface Connection {
  client: Client;
  settings: Record<string, string>;
}

/** What saving and listing give; the caller knows the account. */
export type SavedTrack = Omit<Entry, "account">;

export interface ListPage<T> {
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

/** One wish for a share link. */
export interface ShareRequest {
  /** The service's id of what is shared. */
  track: string;
  terms: Terms;
  /** Ours alone, 10 characters of Crockford's base 32; put where the service gives it back. */
  nonce: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** Addresses of sound, signed and short-lived: asked for at every play, never stored. */
export interface TrackAudio {
  mix: string | null;
  stems: { id: string; label: string; url: string; waveform: string | null }[];
}

/** Saved mixes and their rendering. */
export interface Mixes {
  list(at: Connection, track: string, cursor: string | null): Promise<Result<ListPage<Mix>>>;
  save(at: Connection, track: string, mix: NewMix): Promise<Result<void>>;
  update(at: Connection, track: string, id: string, mix: NewMix): Promise<Result<void>>;
  remove(at: Connection, track: string, id: string): Promise<Result<void>>;
  /** Starts a rendering; answers the job's id. */
  render(
    at: Connection,
    track: string,
    files: Mix["files"],
    format: MixFormat,
  ): Promise<Result<string>>;
  job(at: Connection, job: string): Promise<Result<MixJob>>;
}

/**
 * One service. It never sees a key and cannot call another host. What a service cannot do
 * is absent, and the app follows from that. Its forms and addresses are in model/provider-facts.
 */
export interface Provider {
  readonly id: ProviderId;
  /** "Test connection": is the key good, may it be used for these settings? */
  check?(at: Connection): Promise<Result<void>>;
  /** What the service says of a track the account may use. */
  track?(at: Connection, id: string): Promise<Result<Track>>;
  /** The account's tracks, by the beginning of their title where the service can. */
  tracks?(
    at: Connection,
    page: { cursor: string | null; prefix: string },
  ): Promise<Result<ListPage<Track>>>;
  getAudio?(at: Connection, id: string): Promise<Result<TrackAudio>>;
  /** Makes a link. Never repeated by itself: each call makes another one. */
  share?(at: Connection, wish: ShareRequest): Promise<Result<CreatedShare>>;
  /** Reads a stored answer to `share` again. */
  readShare?(origin: string, wish: ShareRequest, answer: RawResponse): Result<CreatedShare>;
  /** "waiting": it will be shareable by itself. "failed": it never will. */
  readiness?(at: Connection, id: string): Promise<Result<"ready" | "waiting" | "failed">>;
  /** The links of one track, as the service has them. */
  links?(
    at: Connection,
    track: string,
    cursor: string | null,
  ): Promise<Result<ListPage<RemoteShare>>>;
  /**
   * Which of a track's listed links this wish made: decides, when an answer never came, whether it was
   * applied. `before` are the ids from before it was sent, where they were asked for. "unclear": any
   * of several may be it. Absent where no list says anything: then nobody can tell.
   */
  matchShares?(
    wish: ShareRequest,
    listed: readonly RemoteShare[],
    before: readonly string[] | null,
  ): RemoteShare[] | "unclear";
  /** Whether an address that we hold is that of a listed link, as far as the address itself says. */
  isAddressOf?(address: string, share: RemoteShare): boolean;
  /** Whether the list will show what this wish made by our mark; absent: always. */
  willCarryMark?(wish: ShareRequest): boolean;
  /**
   * How a nonce comes back in the list. Nonces with the same mark cannot be told apart there, so a track's attempts get
   * different ones. Absent: the nonce comes back whole, or not at all.
   */
  readonly markOf?: (nonce: string) => string;
  /** `traces` needs to know what was listed before. */
  readonly needsListBeforeSharing?: true;
  /** Resolves also when the link was revoked before. */
  revoke?(at: Connection, share: { id: string; track: string }): Promise<Result<void>>;
  /** Idempotent. Where it is absent, saving is kept by us. */
  save?(
    at: Connection,
    source: { track: string } | { link: ParsedShareUrl },
  ): Promise<Result<SavedTrack>>;
  /** Idempotent. */
  unsave?(at: Connection, trackId: string): Promise<Result<void>>;
  library?(at: Connection, cursor: string | null): Promise<Result<ListPage<SavedTrack>>>;
  /** What a link opens for anybody; sent without a key. */
  open?(client: Client, link: ParsedShareUrl): Promise<Result<SharedTrack>>;
  readonly mixes?: Mixes;
}
