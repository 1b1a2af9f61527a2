import type { Face } from "./control-context.ts";
import { mute } from "./mute.ts";
import { notes } from "./credits.ts";
import { play } from "./play.ts";
import { say } from "./status.ts";
import { seek } from "./seek.ts";
import { time } from "./time.ts";
import { title } from "./title.ts";
import { toggle, tools } from "./panel-button.ts";
import { volume } from "./volume.ts";

/** Draws one piece of the player and keeps it true until `life` ends. It shows state and sends requests, nothing else. */
export type Control = (face: Face, life: AbortSignal) => HTMLElement;

/**
 * The controls that are always here, by the names the `controls` attribute and `::part()` know them by, in the order of
 * reading and of the Tab key.
 */
export const controls = {
  play,
  title,
  notes,
  seek,
  time,
  say,
  mute,
  volume,
  tools,
  tracks: toggle("tracks"),
  stems: toggle("stems"),
} as const satisfies Readonly<Record<string, Control>>;

/** What is drawn when nobody picks: in `tools` are the last two. */
export const USUAL: readonly string[] = Object.keys(controls).slice(0, -2);
