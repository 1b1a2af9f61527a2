import { getWords } from "../i18n/translations.ts";
import { createIconButton, setLabel } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

const PLAY_ICON = "M8 5.2v13.6L19 12z";
const PAUSE_ICON = "M7 5h3.6v14H7zM13.4 5H17v14h-3.6z";

/** Plays or pauses. */
export const createPlayButton: Control = ({ state, request }, life) => {
  const [button, setIcon] = createIconButton("play");
  button.addEventListener("click", () => request({ type: state.paused.value ? "play" : "pause" }));
  watchSignals(life, () => {
    const words = getWords(state.lang.value);
    setIcon(state.paused.value ? PLAY_ICON : PAUSE_ICON);
    setLabel(button, state.paused.value ? words.play : words.pause);
  });
  return button;
};
