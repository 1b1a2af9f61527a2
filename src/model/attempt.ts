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
 * queued → sending → answered → done, or unknown when nobody can tell. One that surely was not
 * applied is told to the person and removed.
 */
export interface Attempt {
  /** Made where the person clicked; the link that comes of it has the same key. */
  key: string;
  account: string;
  track: Track;
  asked: Terms;
  state: "queued" | "sending" | "answered" | "done" | "unknown";
  /** Milliseconds since 1970. */
  createdAt: number;
  raw: RawAnswer | null;
}
