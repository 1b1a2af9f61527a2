import { loadMore, offered as had } from "../lib/load-chunk.ts";
import type { createMixerEngine } from "../audio/mixer-engine.ts";
import type { loopRegion } from "../audio/loop-region.ts";
import type { sentenceOf } from "../i18n/sentence-of.ts";
import type { setStem } from "../state/set-stem.ts";
import type { resolveSource } from "../sources/index.ts";
import type { watchStemElements } from "../sources/watch-stem-elements.ts";
import type { diagnoseRequest, diagnosePlayback } from "../net/diagnose-failure.ts";

/** What `earmark-desk.js` offers: every source but the first, the engine for stems, and what is only needed later. */
export interface DeskFile {
  readonly createMixerEngine: typeof createMixerEngine;
  readonly diagnoseRequest: typeof diagnoseRequest;
  readonly resolveSource: typeof resolveSource;
  readonly loopRegion: typeof loopRegion;
  readonly sentenceOf: typeof sentenceOf;
  readonly setStem: typeof setStem;
  readonly watchStemElements: typeof watchStemElements;
  readonly diagnosePlayback: typeof diagnosePlayback;
}

/** The file; null when it cannot be had now. */
export const askDesk = (): Promise<DeskFile | null> => loadMore<DeskFile>("desk").catch(() => null);

/** The file, if it is here. */
export const offered = (): DeskFile | undefined => had<DeskFile>("desk");
