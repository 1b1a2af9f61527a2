import { complete } from "../ui/hydrate.ts";
import type { Later } from "../controls/deferred.ts";
import { offer } from "../lib/load-chunk.ts";
import look from "../ui/more-controls.css?inline";
import { togglePanel } from "../ui/panel.ts";
import { copy } from "../controls/copy.ts";
import { desk } from "../controls/mixer.ts";
import { download } from "../controls/download.ts";
import type { Control } from "../controls/index.ts";
import { loop } from "../controls/loop.ts";
import { region } from "../controls/region.ts";
import { save } from "../controls/save.ts";
import { skipBack, skipForward } from "../controls/skip.ts";
import { speed } from "../controls/speed.ts";
import { trackList } from "../controls/track-list.ts";

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
