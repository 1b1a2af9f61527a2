import { getControlWords } from "../i18n/control-words.ts";
import { createIconButton, setLabel } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

const LOOP_ICON = "M7 7h9V4l5 4.5-5 4.5v-3H9v4H7zM17 17H8v3l-5-4.5 5-4.5v3h7v-4h2z";

/** Turns repeating of the whole track on and off. */
export const createLoopButton: Control = ({ state, request }, life) => {
  const [button] = createIconButton("loop", LOOP_ICON);
  button.addEventListener("click", () => request({ type: "loop", on: !state.loop.value }));
  watchSignals(life, () => {
    setLabel(button, getControlWords(state.lang.value).loop);
    button.setAttribute("aria-pressed", String(state.loop.value));
  });
  return button;
};
