import { make } from "../make.ts";
import { moreWordsFor } from "../more-words.ts";
import { watch } from "../watch.ts";
import type { Control } from "./index.ts";

/** Puts the track into the listener's own library; there only where Earmark's extension has said that it is here. */
export const save: Control = ({ state, request }, life) => {
  const button = make("button", { type: "button", class: "save" });
  button.addEventListener("click", () => request({ type: "save" }));
  watch(life, () => {
    button.textContent = moreWordsFor(state.lang.value).save;
    button.hidden = !state.canSave.value;
  });
  return button;
};
