import type { DeskFile } from "../desk-file.ts";
import { offer } from "../more.ts";
import { sentenceOf } from "../sentence-of.ts";
import { setStem } from "../set-stem.ts";
import { openingFor } from "../sources/index.ts";
import { watchStems } from "../stem-children.ts";
import { explain, whyNot } from "../why-not.ts";
import { teachEnglish } from "../words/desk-en.ts";
import { castParts } from "./cast-parts.ts";
import { repeatRegion } from "./repeat.ts";

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
