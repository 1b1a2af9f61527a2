import type { Failure } from "./failure.ts";
import type { Terms } from "./share.ts";
import type { Track } from "./track.ts";

/** A service's answer before anybody has looked into it. */
export interface RawResponse {
  status: number;
  body: string;
  /** false when the connection broke inside the body. */
  complete: boolean;
}

/**
 * One wish to share, written down before anything is sent:
 * queued → (waiting →) sending → answered → done. unknown when nobody can tell whether it was
 * applied: it is looked for in the service's list, where there is one. One that surely was not applied is
 * told and removed; or kept as failed, where nobody was there to be told. withdrawn: the person
 * has given it up, and what it may have left at the service is looked for and revoked.
 */
export interface Attempt {
  /** Made where the person clicked; the link that comes of it has the same key. */
  key: string;
  account: string;
  track: Track;
  asked: Terms;
  /** What marks this attempt at the service, where the service gives something of ours back. */
  nonce: string;
  /** The marks of its earlier sendings, of whose links nobody has the address. */
  spent: string[];
  /** Ids of the track's links from before it was sent, where no mark of ours comes back. */
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
  /** When to look for it in the service's list; null when there is nothing to look for. */
  dueAt: number | null;
  /** How often it was looked for and not found, since it was sent. */
  looks: number;
  raw: RawResponse | null;
  /** Room for an answer: before anything is sent, it is seen that so much can still be written. */
  reserve: string | null;
  /** Why it failed. */
  failure: Failure | null;
}
