import { iconButton, label } from "../lib/dom.ts";
import { moreWordsFor } from "../i18n/more-words.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

const ROUND = "M7 7h9V4l5 4.5-5 4.5v-3H9v4H7zM17 17H8v3l-5-4.5 5-4.5v3h7v-4h2z";

/** Begin again at the end. */
export const loop: Control = ({ state, request }, life) => {
  const [button] = iconButton("loop", ROUND);
  button.addEventListener("click", () => request({ type: "loop", on: !state.loop.value }));
  watchSignals(life, () => {
    label(button, moreWordsFor(state.lang.value).loop);
    button.setAttribute("aria-pressed", String(state.loop.value));
  });
  return button;
};
