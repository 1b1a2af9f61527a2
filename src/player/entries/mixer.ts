import type { DeskFile } from "../chunks/mixer-chunk.ts";
import { offer } from "../lib/load-chunk.ts";
import { sentenceOf } from "../i18n/sentence-of.ts";
import { setStem } from "../state/set-stem.ts";
import { openingFor } from "../sources/index.ts";
import { watchStems } from "../sources/watch-stem-elements.ts";
import { explain, whyNot } from "../net/diagnose.ts";
import { teachEnglish } from "../i18n/desk-en.ts";
import { castParts } from "../audio/mixer-engine.ts";
import { repeatRegion } from "../audio/loop-region.ts";

const file: DeskFile = {
  castParts,
  explain,
  openingFor,
  repeatRegion,
  sentenceOf,
  setStem,
  watchStems,
  whyNot,
};
teachEnglish();
offer("desk", file);
