import { iconButton, label } from "../lib/dom.ts";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

const PLAY = "M8 5.2v13.6L19 12z";
const PAUSE = "M7 5h3.6v14H7zM13.4 5H17v14h-3.6z";

/** Play or pause, whichever the media element is not doing. */
export const play: Control = ({ state, request }, life) => {
  const [button, draw] = iconButton("play");
  button.addEventListener("click", () => request({ type: state.paused.value ? "play" : "pause" }));
  watchSignals(life, () => {
    const words = wordsFor(state.lang.value);
    draw(state.paused.value ? PLAY : PAUSE);
    label(button, state.paused.value ? words.play : words.pause);
  });
  return button;
};
