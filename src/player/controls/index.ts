import type { Control } from "./control.ts";
import { createCredits } from "./credits.ts";
import { createMuteButton } from "./mute.ts";
import { createPanelButtons, panelButton } from "./panel-button.ts";
import { createPlayButton } from "./play.ts";
import { createSeekBar } from "./seek.ts";
import { createStatus } from "./status.ts";
import { createTime } from "./time.ts";
import { createTitle } from "./title.ts";
import { createVolumeSlider } from "./volume.ts";

/**
 * The controls in the player's own file, by their public names (in the `controls` attribute and as `::part()`), in the order
 * of reading and of the Tab key.
 */
export const controls = {
  play: createPlayButton,
  title: createTitle,
  notes: createCredits,
  seek: createSeekBar,
  time: createTime,
  say: createStatus,
  mute: createMuteButton,
  volume: createVolumeSlider,
  tools: createPanelButtons,
  tracks: panelButton("tracks"),
  stems: panelButton("stems"),
} as const satisfies Readonly<Record<string, Control>>;

/** What is shown when the page picks nothing: all but the two buttons that `tools` contains. */
export const DEFAULT_CONTROLS: readonly string[] = Object.keys(controls).filter(
  (name) => name !== "tracks" && name !== "stems",
);
