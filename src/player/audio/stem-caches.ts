import type { EncodedAudio } from "../demux/decode-audio.ts";
import { createLruCache } from "../lib/lru-cache.ts";
import type { LruCache } from "../lib/lru-cache.ts";

const MB_IN_BYTES = 1024 * 1024;

/** The caches that all stems of a mix share. */
export interface StemCaches {
  readonly encoded: LruCache<EncodedAudio>;
  readonly decoded: LruCache<AudioBuffer>;
  /** Decoded audio at positions where playback started: cached longer, because the listener may seek there again. */
  readonly seekTargets: LruCache<AudioBuffer>;
}

/** Enough for eight stereo stems: eleven seconds decoded, a dozen seek targets, and some minutes encoded. */
export const createStemCaches = (): StemCaches => ({
  decoded: createLruCache(32 * MB_IN_BYTES),
  seekTargets: createLruCache(28 * MB_IN_BYTES),
  encoded: createLruCache(32 * MB_IN_BYTES),
});
