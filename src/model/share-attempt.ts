import type { Failure } from "./failure.ts";
import type { Terms } from "./share-terms.ts";
import type { Track } from "./track.ts";

/** A service's response, not parsed yet. */
export interface RawResponse {
  status: number;
  body: string;
  /** false when the connection broke inside the body. */
  complete: boolean;
}

/**
 * One attempt to share a track, stored before anything is sent: queued → (waiting →) sending → answered → done.
 *
 * unknown: the service may have created a link or not; it is searched in the service's list, where there is one.
 * failed: no link was created, and the person could not be told at once; otherwise such an attempt is removed.
 * withdrawn: the person has cancelled it, and a link that it may have created is searched and revoked.
 */
export interface Attempt {
  /** Made where the person clicked; the link that it creates gets the same key. */
  key: string;
  account: string;
  track: Track;
  asked: Terms;
  /** Sent along, so that this attempt is recognised in a service's list, where the service returns it. */
  nonce: string;
  /** The nonces of its earlier requests, whose links have an unknown address. */
  spent: string[];
  /** Ids that the track's links had before the request, where the service returns no nonce. */
  before: string[] | null;
  state:
    | "queued"
    | "waiting"
    | "sending"
    | "answered"
    | "done"
    | "unknown"
    | "withdrawn"
    | "failed";
  /** Milliseconds since 1970. */
  createdAt: number;
  /** When it was last sent; milliseconds since 1970. */
  sentAt: number | null;
  /** When to search it in the service's list next, in milliseconds since 1970; null for never. */
  dueAt: number | null;
  /** How many times the list was read without finding it since it was sent. */
  looks: number;
  raw: RawResponse | null;
  /** Padding as long as a response, written before the request to prove that the disk has room, and replaced by it. */
  reserve: string | null;
  /** Why it failed. */
  failure: Failure | null;
}
