import { createKeep } from "../lib/lru-cache.ts";
import type { Keep } from "../lib/lru-cache.ts";
import type { Fetched } from "../demux/decode.ts";

const MB = 1024 * 1024;

/** What all stems of a desk share. */
export interface Shelves {
  readonly bytes: Keep<Fetched>;
  readonly sound: Keep<AudioBuffer>;
  /** What sounds first where somebody went: kept longer, for it may be gone to again. */
  readonly entries: Keep<AudioBuffer>;
}

/** Of eight stereo stems: eleven seconds decoded, the first moments of a dozen places, and some minutes fetched. */
export const createShelves = (): Shelves => ({
  sound: createKeep(32 * MB),
  entries: createKeep(28 * MB),
  bytes: createKeep(32 * MB),
});
