import { fetchBytes } from "../net/fetch-bytes.ts";
import { PlaybackError } from "../net/playback-error.ts";
import { parseMediaPlaylist } from "./hls-playlist.ts";
import type { Segment } from "./hls-playlist.ts";

/** A playlist that is fetched before playback is requested. */
export interface PrefetchedPlaylist {
  /** Null until it has arrived, and when it could not be fetched. */
  segments: readonly Segment[] | null;
  /** Resolves when it has arrived or failed. After a failure the stem fetches it again, and then reports the cause. */
  readonly finished: Promise<void>;
}

const prefetched = new Map<string, PrefetchedPlaylist>();

/** Fetches playlists, so that `play` only has to fetch audio. They are dropped when `life` aborts. */
export function prefetchPlaylists(urls: readonly string[], life: AbortSignal): void {
  for (const url of urls) {
    if (prefetched.has(url)) continue;
    const load = async (): Promise<void> => {
      // A failure is not reported, because nobody has asked for playback yet.
      const bytes = await fetchBytes(url, life).catch(() => null);
      try {
        if (bytes) playlist.segments = parseMediaPlaylist(bytes, url);
      } catch (error) {
        if (!(error instanceof PlaybackError)) throw error;
      }
    };
    const playlist: PrefetchedPlaylist = { segments: null, finished: load() };
    prefetched.set(url, playlist);
    life.addEventListener("abort", () => prefetched.delete(url), { once: true });
  }
}

/** Returns and forgets what was prefetched from a URL: its segments may have URLs that expire. */
export function takePrefetched(url: string): PrefetchedPlaylist | undefined {
  const playlist = prefetched.get(url);
  prefetched.delete(url);
  return playlist;
}
