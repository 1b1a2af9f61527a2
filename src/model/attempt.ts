import type { Failure } from "./failure.ts";
import type { Terms } from "./share.ts";
import type { Track } from "./track.ts";

/** A service's answer before anybody has looked into it. */
export interface RawAnswer {
  status: number;
  body: string;
  /** false when the connection broke inside the body. */
  complete: boolean;
}

/**
 * One wish to share, written down before anything is sent:
 * queued → (waiting →) sending → answered → done, or unknown when nobody can tell. One that surely was not
 * applied is told and removed; or kept as failed, where nobody was there to be told.
 */
export interface Attempt {
  /** Made where the person clicked; the link that comes of it has the same key. */
  key: string;
  account: string;
  track: Track;
  asked: Terms;
  /** What marks this attempt at the service, where the service gives something of ours back. */
  nonce: string;
  state: "queued" | "waiting" | "sending" | "answered" | "done" | "unknown" | "failed";
  /** Milliseconds since 1970. */
  createdAt: number;
  raw: RawAnswer | null;
  /** Why it failed. */
  failure: Failure | null;
}
