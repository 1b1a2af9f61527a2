import { loadMore } from "./more.ts";
import type { drawPeaks } from "./peaks.ts";
import type { createParts } from "./sound/parts.ts";
import type { repeatRegion } from "./sound/repeat.ts";
import type { askMixthat } from "./sources/mixthat-track.ts";
import type { readPageStems } from "./sources/page-stems.ts";
import type { Answer } from "./sources/source.ts";
import type { watchStems } from "./stem-children.ts";
import type { whyNot } from "./why-not.ts";

/** What `earmark-desk.js` offers: the engine for stems, and what is only needed with it, later, or when something fails. */
export interface DeskFile {
  readonly askMixthat: typeof askMixthat;
  readonly createParts: typeof createParts;
  readonly drawPeaks: typeof drawPeaks;
  readonly readPageStems: typeof readPageStems;
  readonly repeatRegion: typeof repeatRegion;
  readonly watchStems: typeof watchStems;
  readonly whyNot: typeof whyNot;
}

/** The file; null when it cannot be had now. */
export const askDesk = (): Promise<DeskFile | null> =>
  loadMore<DeskFile>("desk").catch(() => null);

/** What the file makes of something. */
export async function fromDesk(
  read: (desk: DeskFile) => Answer | Promise<Answer>,
): Promise<Answer> {
  const desk = await askDesk();
  return desk ? read(desk) : { ok: false, failure: { kind: "unreachable" } };
}
