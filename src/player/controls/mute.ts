import { getWords } from "../i18n/translations.ts";
import { createIconButton, setLabel } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

const SPEAKER = "M4 9v6h4l5 4V5L8 9z";
const LOUD_ICON = `${SPEAKER}M15 8a5 5 0 0 1 0 8zM15 4a9 9 0 0 1 0 16v-2a7 7 0 0 0 0-12z`;
const MUTED_ICON = `${SPEAKER}M16 9l2 2 2-2 1 1-2 2 2 2-1 1-2-2-2 2-1-1 2-2-2-2z`;

/** Mutes and unmutes; the volume stays. */
export const createMuteButton: Control = ({ state, request }, life) => {
  const [button, setIcon] = createIconButton("mute");
  button.addEventListener("click", () => request({ type: "mute", on: !state.muted.value }));
  watchSignals(life, () => {
    setIcon(state.muted.value || state.volume.value === 0 ? MUTED_ICON : LOUD_ICON);
    setLabel(button, getWords(state.lang.value).mute);
    button.setAttribute("aria-pressed", String(state.muted.value));
  });
  return button;
};
