import type { DeskFile } from "../desk-file.ts";
import { offer } from "../more.ts";
import { drawPeaks } from "../peaks.ts";
import { askMixthat } from "../sources/mixthat-track.ts";
import { readPageStems } from "../sources/page-stems.ts";
import { watchStems } from "../stem-children.ts";
import { whyNot } from "../why-not.ts";
import { createParts } from "./parts.ts";
import { repeatRegion } from "./repeat.ts";

const file: DeskFile = {
  askMixthat,
  createParts,
  drawPeaks,
  readPageStems,
  repeatRegion,
  watchStems,
  whyNot,
};
offer("desk", file);
