import type { Track } from "./track.ts";

/** A saved track. */
export interface Entry extends Track {
  account: string;
  /** How it came into the library. */
  source: "own" | "shared";
  /** Milliseconds since 1970. */
  savedAt: number;
}

/** One entry per account and track. */
export function toEntryKey(account: string, trackId: string): string {
  return `${account} ${trackId}`;
}
