import type { DeskFile } from "../desk-file.ts";
import { offer } from "../more.ts";
import { drawPeaks } from "../peaks.ts";
import { openingFor } from "../sources/index.ts";
import { watchStems } from "../stem-children.ts";
import { whyNot } from "../why-not.ts";
import { createParts } from "./parts.ts";
import { repeatRegion } from "./repeat.ts";

const file: DeskFile = { createParts, drawPeaks, openingFor, repeatRegion, watchStems, whyNot };
offer("desk", file);
