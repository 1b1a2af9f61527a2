import type { loopRegion } from "../audio/loop-region.ts";
import type { createMixerEngine } from "../audio/mixer-engine.ts";
import type { toSentence } from "../i18n/en-failures.ts";
import { getChunk, loadChunk } from "../lib/load-chunk.ts";
import type { diagnosePlayback, diagnoseRequest } from "../net/diagnose-failure.ts";
import type { resolveSource } from "../sources/index.ts";
import type { watchStemElements } from "../sources/watch-stem-elements.ts";
import type { setStem } from "../state/set-stem.ts";

/**
 * What `earmark-desk.js` brings: every source except Aitronos shares, the audio engine for stems, and what only some failures
 * need.
 */
export interface MixerChunk {
  readonly createMixerEngine: typeof createMixerEngine;
  readonly diagnosePlayback: typeof diagnosePlayback;
  readonly diagnoseRequest: typeof diagnoseRequest;
  readonly loopRegion: typeof loopRegion;
  readonly resolveSource: typeof resolveSource;
  readonly setStem: typeof setStem;
  readonly toSentence: typeof toSentence;
  readonly watchStemElements: typeof watchStemElements;
}

/** Loads the chunk; null when it cannot be had now. */
export const loadMixerChunk = (): Promise<MixerChunk | null> =>
  loadChunk<MixerChunk>("desk").catch(() => null);

/** The chunk, if it has been loaded. */
export const getMixerChunk = (): MixerChunk | undefined => getChunk<MixerChunk>("desk");
