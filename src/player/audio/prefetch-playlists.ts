import { PlaybackError } from "../net/playback-error.ts";
import { fetchBytes } from "../net/fetch-bytes.ts";
import { readMediaList } from "./hls-playlist.ts";
import type { Segment } from "./hls-playlist.ts";

/** A playlist that is read before anybody has pressed. */
export interface Ahead {
  /** Null until it is here, and when it could not be had. */
  list: readonly Segment[] | null;
  /** Resolves when it is known whether it could be had; whoever presses then asks again, and is told why not. */
  readonly coming: Promise<void>;
}

const reads = new Map<string, Ahead>();

/** Reads playlists, so that a press asks for sound at once; forgotten when `life` ends. */
export function readAhead(addresses: readonly string[], life: AbortSignal): void {
  for (const address of addresses) {
    if (reads.has(address)) continue;
    const read = async (): Promise<void> => {
      // Nobody has asked for it yet, so nobody is told.
      const bytes = await fetchBytes(address, life).catch(() => null);
      try {
        if (bytes) ahead.list = readMediaList(bytes, address);
      } catch (error) {
        if (!(error instanceof PlaybackError)) throw error;
      }
    };
    const ahead: Ahead = { list: null, coming: read() };
    reads.set(address, ahead);
    life.addEventListener("abort", () => reads.delete(address), { once: true });
  }
}

/** What was read ahead of an address; once, as what it leads to may expire. */
export function takeAhead(address: string): Ahead | undefined {
  const ahead = reads.get(address);
  reads.delete(address);
  return ahead;
}
