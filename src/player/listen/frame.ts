import type { EarmarkPlayer } from "../element/element.ts";
import { playFromFragment } from "./follow.ts";
import { servePlayerJs } from "./player-js.ts";

/*
 * The player alone, for an <iframe>. The share's address is in the fragment or, so that the frame's own address names
 * nothing, in the frame's `name`.
 */

const player = document.querySelector<EarmarkPlayer>("earmark-player");
const title = document.getElementById("title");
const message = document.getElementById("message");
if (!player || !title || !message) throw new Error("The frame is not whole.");
// Pages give their frames all kinds of names.
const named = /^https?:/i.test(window.name) ? window.name : "";
playFromFragment({ player, title, message }, named);
servePlayerJs(player, window);
