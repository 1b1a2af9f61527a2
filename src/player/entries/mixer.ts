import type { DeskFile } from "../chunks/mixer-chunk.ts";
import { offer } from "../lib/load-chunk.ts";
import { sentenceOf } from "../i18n/sentence-of.ts";
import { setStem } from "../state/set-stem.ts";
import { resolveSource } from "../sources/index.ts";
import { watchStemElements } from "../sources/watch-stem-elements.ts";
import { diagnoseRequest, diagnosePlayback } from "../net/diagnose.ts";
import { teachEnglish } from "../i18n/desk-en.ts";
import { castParts } from "../audio/mixer-engine.ts";
import { repeatRegion } from "../audio/loop-region.ts";

const file: DeskFile = {
  castParts,
  explain: diagnoseRequest,
  openingFor: resolveSource,
  repeatRegion,
  sentenceOf,
  setStem,
  watchStems: watchStemElements,
  whyNot: diagnosePlayback,
};
teachEnglish();
offer("desk", file);
