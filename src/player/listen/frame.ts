import type { EarmarkPlayer } from "../element/element.ts";
import { playFromFragment } from "./play-from-fragment.ts";
import { servePlayerJs } from "./player-js-protocol.ts";

/*
 * The player alone, for an <iframe>. The address of the share is in the fragment or in the frame's `name`, which keeps it out
 * of the frame's URL.
 */

const player = document.querySelector<EarmarkPlayer>("earmark-player");
const title = document.getElementById("title");
const message = document.getElementById("message");
if (!player || !title || !message) throw new Error("The frame lacks an element.");
// Pages name their frames for other purposes too.
const named = /^https?:/i.test(window.name) ? window.name : "";
playFromFragment({ player, title, message }, named);
servePlayerJs(player, window);
