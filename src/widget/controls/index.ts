import type { Player } from "../player.ts";
import { notes } from "./notes.ts";
import { play } from "./play.ts";
import { say } from "./say.ts";
import { seek } from "./seek.ts";
import { title } from "./title.ts";
import { volume } from "./volume.ts";

/** Draws one piece of the player and keeps it true until `life` ends. It shows state and sends requests, nothing else. */
export type Control = (player: Player, life: AbortSignal) => HTMLElement;

/** In the order of reading and of the Tab key. */
export const controls: readonly Control[] = [play, title, notes, seek, volume, say];
