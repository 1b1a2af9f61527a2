import { loadMore, offered as had } from "./more.ts";
import type { castParts } from "./sound/cast-parts.ts";
import type { repeatRegion } from "./sound/repeat.ts";
import type { sentenceOf } from "./sentence-of.ts";
import type { setStem } from "./set-stem.ts";
import type { openingFor } from "./sources/index.ts";
import type { watchStems } from "./stem-children.ts";
import type { explain, whyNot } from "./why-not.ts";

/** What `earmark-desk.js` offers: every source but the first, the engine for stems, and what is only needed later. */
export interface DeskFile {
  readonly castParts: typeof castParts;
  readonly explain: typeof explain;
  readonly openingFor: typeof openingFor;
  readonly repeatRegion: typeof repeatRegion;
  readonly sentenceOf: typeof sentenceOf;
  readonly setStem: typeof setStem;
  readonly watchStems: typeof watchStems;
  readonly whyNot: typeof whyNot;
}

/** The file; null when it cannot be had now. */
export const askDesk = (): Promise<DeskFile | null> => loadMore<DeskFile>("desk").catch(() => null);

/** The file, if it is here. */
export const offered = (): DeskFile | undefined => had<DeskFile>("desk");
