import { loopRegion } from "../audio/loop-region.ts";
import { createMixerEngine } from "../audio/mixer-engine.ts";
import type { MixerChunk } from "../chunks/mixer-chunk.ts";
import { addEnglishFailures, toSentence } from "../i18n/en-failures.ts";
import { registerChunk } from "../lib/load-chunk.ts";
import { diagnosePlayback, diagnoseRequest } from "../net/diagnose-failure.ts";
import { resolveSource } from "../sources/index.ts";
import { watchStemElements } from "../sources/watch-stem-elements.ts";
import { setStem } from "../state/set-stem.ts";

/** The content of `earmark-desk.js`. */
const mixerChunk: MixerChunk = {
  createMixerEngine,
  diagnosePlayback,
  diagnoseRequest,
  loopRegion,
  resolveSource,
  setStem,
  toSentence,
  watchStemElements,
};

addEnglishFailures();
registerChunk("desk", mixerChunk);
