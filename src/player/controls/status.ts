import { getWords } from "../i18n/translations.ts";
import { createElement } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";
import { getNextStep, getHint, getAnnouncement } from "./status-text.ts";

/**
 * The player's status in one sentence, and the step that helps. Failures and waits are announced by screen readers (a polite
 * live region); what anyone can see or hear for themselves is only shown.
 */
export const createStatus: Control = ({ state, notice, request }, life) => {
  const announcement = createElement("p", { class: "words", role: "status", tabindex: "-1" });
  const hint = createElement("p", { class: "hint" });
  const retry = createElement("button", { type: "button", class: "retry", part: "retry" });
  const open = createElement("a", {
    class: "retry",
    part: "retry",
    target: "_blank",
    rel: "noreferrer",
  });
  retry.addEventListener("click", () => request({ type: "retry" }));

  watchSignals(life, () => {
    const words = getWords(state.lang.value);
    const text = notice.value || getAnnouncement(state, words);
    announcement.textContent = text;
    announcement.title = text;
    hint.textContent = text ? "" : getHint(state, words);
    // In a narrow player a long sentence scrolls, and that has to be possible by keyboard.
    announcement.tabIndex = state.failure.value ? 0 : -1;
  });
  watchSignals(life, () => {
    const words = getWords(state.lang.value);
    const step = getNextStep(state);
    retry.textContent = words.retry;
    retry.hidden = step !== "retry";
    open.hidden = step === null || step === "retry";
    if (step === null || step === "retry") return;
    open.href = step.url;
    open.textContent = state.document.value ? words.openDocument : words.openLink;
  });
  return createElement("div", { class: "say" }, announcement, hint, retry, open);
};
