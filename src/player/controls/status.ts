import { make } from "../lib/dom.ts";
import { nextStep, quietWords, urgentWords } from "./status-text.ts";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

/**
 * The one sentence that is true now, and the one step that helps. What has to be known is read out politely when it changes;
 * what anyone can see or hear for themselves is only shown.
 */
export const say: Control = ({ state, notice, request }, life) => {
  const words = make("p", { class: "words", role: "status", tabindex: "-1" });
  const hint = make("p", { class: "hint" });
  const retry = make("button", { type: "button", class: "retry", part: "retry" });
  const open = make("a", { class: "retry", part: "retry", target: "_blank", rel: "noreferrer" });
  retry.addEventListener("click", () => request({ type: "retry" }));

  watchSignals(life, () => {
    const language = wordsFor(state.lang.value);
    const told = notice.value || urgentWords(state, language);
    words.textContent = told;
    words.title = told;
    hint.textContent = told ? "" : quietWords(state, language);
    // In a narrow place a long sentence is scrolled, which has to be possible without a pointer.
    words.tabIndex = state.failure.value ? 0 : -1;
  });
  watchSignals(life, () => {
    const language = wordsFor(state.lang.value);
    const step = nextStep(state);
    retry.textContent = language.retry;
    retry.hidden = step !== "retry";
    open.hidden = step === null || step === "retry";
    if (step === null || step === "retry") return;
    open.href = step.url;
    open.textContent = state.document.value ? language.openDocument : language.openLink;
  });
  return make("div", { class: "say" }, words, hint, retry, open);
};
