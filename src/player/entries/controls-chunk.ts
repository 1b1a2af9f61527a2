import type { Control, DeferredControlName, DeferredControls } from "../controls/control.ts";
import { createCopyButton } from "../controls/copy.ts";
import { createDownloadLinks } from "../controls/download.ts";
import { createLoopButton } from "../controls/loop.ts";
import { createMixer } from "../controls/mixer.ts";
import { createLoopRegion } from "../controls/region.ts";
import { createSaveButton } from "../controls/save.ts";
import { createSkipBackButton, createSkipForwardButton } from "../controls/skip.ts";
import { createSpeedMenu } from "../controls/speed.ts";
import { createTrackList } from "../controls/track-list.ts";
import { registerChunk } from "../lib/load-chunk.ts";
import { hydrate } from "../ui/hydrate.ts";
import { togglePanel } from "../ui/panel.ts";
import styleSheet from "../ui/deferred-controls.css?inline";

/** The deferred controls, by their public names; `tracks` and `stems` are the contents of the panels of that name. */
const controls: Readonly<Record<DeferredControlName | "tracks" | "stems", Control>> = {
  "skip-back": createSkipBackButton,
  "skip-forward": createSkipForwardButton,
  speed: createSpeedMenu,
  loop: createLoopButton,
  region: createLoopRegion,
  download: createDownloadLinks,
  copy: createCopyButton,
  save: createSaveButton,
  tracks: createTrackList,
  stems: createMixer,
};

/** The content of `earmark-controls.js`. */
export const deferredControls: DeferredControls = {
  styleSheet,
  hydrate: (context, life) => hydrate(controls, context, life),
  togglePanel: (button, context, life) => togglePanel(controls, button, context, life),
};

registerChunk("controls", deferredControls);
