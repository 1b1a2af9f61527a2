import { iconButton, label } from "../lib/dom.ts";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

const CONE = "M4 9v6h4l5 4V5L8 9z";
const LOUD = `${CONE}M15 8a5 5 0 0 1 0 8zM15 4a9 9 0 0 1 0 16v-2a7 7 0 0 0 0-12z`;
const SILENT = `${CONE}M16 9l2 2 2-2 1 1-2 2 2 2-1 1-2-2-2 2-1-1 2-2-2-2z`;

/** Sound off and on again, as loud as before. */
export const mute: Control = ({ state, request }, life) => {
  const [button, draw] = iconButton("mute");
  button.addEventListener("click", () => request({ type: "mute", on: !state.muted.value }));
  watchSignals(life, () => {
    draw(state.muted.value || state.volume.value === 0 ? SILENT : LOUD);
    label(button, wordsFor(state.lang.value).mute);
    button.setAttribute("aria-pressed", String(state.muted.value));
  });
  return button;
};
