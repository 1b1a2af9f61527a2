import { isPassing } from "../failure.ts";
import { make } from "../make.ts";
import { sentence } from "../sentence.ts";
import { wordsFor } from "../text.ts";
import { watch } from "../watch.ts";
import type { Control } from "./index.ts";

/** The sentence that is true now, read out politely when it changes, and the button for trying again when that can help. */
export const say: Control = ({ state, request }, life) => {
  const words = make("p", { class: "words", role: "status", tabindex: "-1" });
  const retry = make("button", { type: "button", class: "retry" });
  retry.addEventListener("click", () => request({ type: "retry" }));

  watch(life, () => {
    words.textContent = sentence(state, wordsFor(state.lang.value));
  });
  watch(life, () => {
    const failure = state.failure.value;
    retry.textContent = wordsFor(state.lang.value).retry;
    retry.hidden = !(failure ? isPassing(failure) && state.mayRetry.value : state.stalled.value);
  });
  return make("div", { class: "say" }, words, retry);
};
