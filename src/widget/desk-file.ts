import { loadMore } from "./more.ts";
import type { drawPeaks } from "./peaks.ts";
import type { createParts } from "./sound/parts.ts";
import type { repeatRegion } from "./sound/repeat.ts";
import type { openingFor } from "./sources/index.ts";
import type { watchStems } from "./stem-children.ts";
import type { whyNot } from "./why-not.ts";

/** What `earmark-desk.js` offers: every source but the first, the engine for stems, and what is only needed later. */
export interface DeskFile {
  readonly createParts: typeof createParts;
  readonly drawPeaks: typeof drawPeaks;
  readonly openingFor: typeof openingFor;
  readonly repeatRegion: typeof repeatRegion;
  readonly watchStems: typeof watchStems;
  readonly whyNot: typeof whyNot;
}

/** The file; null when it cannot be had now. */
export const askDesk = (): Promise<DeskFile | null> => loadMore<DeskFile>("desk").catch(() => null);
