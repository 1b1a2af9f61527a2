import type { Client } from "../../http/client.ts";
import type { Result } from "../../model/failure.ts";
import type { Entry } from "../../model/library-entry.ts";
import type { ParsedShareUrl } from "../../model/parsed-share-url.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import type { RemoteShare, CreatedShare } from "../../model/remote-share.ts";
import type { RawResponse } from "../../model/share-attempt.ts";
import type { Terms } from "../../model/share-terms.ts";
import type { Mix, MixFormat, MixJob, NewMix } from "../../model/stem-mix.ts";
import type { Track } from "../../model/track.ts";

/** A client that is bound to the account's origin and signed, with the account's settings. */
export interface Connection {
  client: Client;
  settings: Record<string, string>;
}

/** A saved track as a service returns it, without the account, which the caller knows. */
export type SavedTrack = Omit<Entry, "account">;

/** One page of a list. */
export interface ListPage<T> {
  items: T[];
  /** The cursor of the next page; null on the last one. */
  next: string | null;
}

/** What a share link opens for anybody, without an account. */
export interface SharedTrack {
  /** Null when the link is valid but its track was removed. */
  track: Track | null;
  /** The service's message about the removal. */
  message: string | null;
}

/** What one share link is to be created for. */
export interface ShareRequest {
  /** The service's id of the track or collection. */
  track: string;
  terms: Terms;
  /** Unique to this request: 10 characters of Crockford's base 32, put into a field that the service's list returns. */
  nonce: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** Addresses of audio files. They are signed and expire soon, so they are requested for each use and never stored. */
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
  /** Starts a rendering; resolves with the job's id. */
  render(
    at: Connection,
    track: string,
    files: Mix["files"],
    format: MixFormat,
  ): Promise<Result<string>>;
  job(at: Connection, job: string): Promise<Result<MixJob>>;
}

/**
 * The requests of one service. An adapter never gets the key, and its client cannot send to another host. A method that the
 * service does not support is absent, and the app does not offer it. Forms and addresses are in the service's facts.
 */
export interface Provider {
  readonly id: ProviderId;
  /** Checks that the key is valid and may be used with these settings: the button "Test connection". */
  check?(at: Connection): Promise<Result<void>>;
  /** Reads a track that the account may use. */
  track?(at: Connection, id: string): Promise<Result<Track>>;
  /** Lists the account's tracks whose title begins with `prefix`; a service that cannot search lists all. */
  tracks?(
    at: Connection,
    page: { cursor: string | null; prefix: string },
  ): Promise<Result<ListPage<Track>>>;
  /** Reads the addresses of a track's audio files. */
  getAudio?(at: Connection, id: string): Promise<Result<TrackAudio>>;
  /** Creates a link. It is never retried automatically, because each call creates another link. */
  share?(at: Connection, request: ShareRequest): Promise<Result<CreatedShare>>;
  /** Decodes a stored response to `share` again. */
  readShare?(origin: string, request: ShareRequest, response: RawResponse): Result<CreatedShare>;
  /** Whether a track can be shared: "waiting" means later, "failed" means never. */
  readiness?(at: Connection, id: string): Promise<Result<"ready" | "waiting" | "failed">>;
  /** Lists the links of one track, as the service has them. */
  links?(
    at: Connection,
    track: string,
    cursor: string | null,
  ): Promise<Result<ListPage<RemoteShare>>>;
  /**
   * Finds the listed links of a track that this request created, to find out whether a request without a response succeeded.
   * `before` are the ids that were listed before it was sent; null when they were not read. "unclear" means that it can be any
   * of several. Absent where the list does not tell.
   */
  matchShares?(
    request: ShareRequest,
    listed: readonly RemoteShare[],
    before: readonly string[] | null,
  ): RemoteShare[] | "unclear";
  /** Whether a stored address is the address of a listed link, as far as the address tells. */
  isAddressOf?(address: string, share: RemoteShare): boolean;
  /** Whether the list will show the mark of a link that this request creates. Absent: always. */
  willCarryMark?(request: ShareRequest): boolean;
  /**
   * The mark that the list shows of a nonce. Nonces with the same mark cannot be distinguished there, so the attempts of a
   * track get different marks. Absent: the list shows the whole nonce, or nothing of it.
   */
  readonly markOf?: (nonce: string) => string;
  /** `matchShares` needs to know which links were listed before. */
  readonly needsListBeforeSharing?: true;
  /** Revokes a link. It succeeds also when the link was revoked before. */
  revoke?(at: Connection, share: { id: string; track: string }): Promise<Result<void>>;
  /** Saves a track; calling it again changes nothing. Where it is absent, tracks are saved on this device only. */
  save?(
    at: Connection,
    source: { track: string } | { link: ParsedShareUrl },
  ): Promise<Result<SavedTrack>>;
  /** Removes a saved track; calling it again changes nothing. */
  unsave?(at: Connection, trackId: string): Promise<Result<void>>;
  /** Lists the saved tracks. */
  library?(at: Connection, cursor: string | null): Promise<Result<ListPage<SavedTrack>>>;
  /** Reads what a link opens. The request is sent without a key. */
  open?(client: Client, link: ParsedShareUrl): Promise<Result<SharedTrack>>;
  readonly mixes?: Mixes;
}
