import { complete } from "../complete.ts";
import type { Later } from "../later.ts";
import { offer } from "../more.ts";
import look from "../more-controls.css?inline";
import { togglePanel } from "../panel.ts";
import { copy } from "./copy.ts";
import { desk } from "./desk.ts";
import { download } from "./download.ts";
import type { Control } from "./index.ts";
import { loop } from "./loop.ts";
import { region } from "./region.ts";
import { save } from "./save.ts";
import { skipBack, skipForward } from "./skip.ts";
import { speed } from "./speed.ts";
import { trackList } from "./track-list.ts";

/** The controls that are fetched when they are wanted, by their names in `index.ts` and in the panels. */
const controls: Readonly<Record<string, Control>> = {
  "skip-back": skipBack,
  "skip-forward": skipForward,
  speed,
  loop,
  region,
  download,
  copy,
  save,
  tracks: trackList,
  stems: desk,
};

/** The rest of the face. */
export const later: Later = {
  look,
  complete: (face, life) => complete(controls, face, life),
  toggle: (button, face, life) => togglePanel(controls, button, face, life),
};

offer("controls", later);
