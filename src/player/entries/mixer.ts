import type { DeskFile } from "../chunks/mixer-chunk.ts";
import { offer } from "../lib/load-chunk.ts";
import { sentenceOf } from "../i18n/sentence-of.ts";
import { setStem } from "../state/set-stem.ts";
import { resolveSource } from "../sources/index.ts";
import { watchStemElements } from "../sources/watch-stem-elements.ts";
import { diagnoseRequest, diagnosePlayback } from "../net/diagnose-failure.ts";
import { teachEnglish } from "../i18n/desk-en.ts";
import { createMixerEngine } from "../audio/mixer-engine.ts";
import { loopRegion } from "../audio/loop-region.ts";

const file: DeskFile = {
  createMixerEngine,
  diagnoseRequest,
  resolveSource,
  loopRegion,
  sentenceOf,
  setStem,
  watchStemElements,
  diagnosePlayback,
};
teachEnglish();
offer("desk", file);
