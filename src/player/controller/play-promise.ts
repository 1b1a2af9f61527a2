import { effect } from "@preact/signals-core";
import type { Player } from "./player.ts";
import { failureText, wordsFor } from "../i18n/text.ts";

/** Resolves when the player sounds; rejects, as `HTMLMediaElement.play()` does, when it cannot or is paused before. */
export function started({ state }: Player): Promise<void> {
  // Not `Promise.withResolvers`: pages with a Promise of their own, such as older Angular, have none.
  return new Promise((resolve, reject) => {
    let wanted = false;
    const stop = effect(() => {
      const failure = state.failure.value;
      const wants = !state.paused.value || state.startsWhenHere.value;
      if (failure) {
        const name = failure.kind === "blocked" ? "NotAllowedError" : "NotSupportedError";
        reject(new DOMException(failureText(failure, wordsFor(state.lang.value)), name));
      } else if (wanted && !wants)
        reject(new DOMException("Paused before it sounded", "AbortError"));
      else if (!state.paused.value && !state.waiting.value) resolve();
      else {
        wanted ||= wants;
        return;
      }
      queueMicrotask(() => stop());
    });
  });
}
