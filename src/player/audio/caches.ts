import { createLruCache } from "../lib/lru-cache.ts";
import type { LruCache } from "../lib/lru-cache.ts";
import type { Fetched } from "../demux/decode.ts";

const MB = 1024 * 1024;

/** What all stems of a desk share. */
export interface Shelves {
  readonly bytes: LruCache<Fetched>;
  readonly sound: LruCache<AudioBuffer>;
  /** What sounds first where somebody went: kept longer, for it may be gone to again. */
  readonly entries: LruCache<AudioBuffer>;
}

/** Of eight stereo stems: eleven seconds decoded, the first moments of a dozen places, and some minutes fetched. */
export const createShelves = (): Shelves => ({
  sound: createLruCache(32 * MB),
  entries: createLruCache(28 * MB),
  bytes: createLruCache(32 * MB),
});
