import { effect } from "@preact/signals-core";
import { getFailureText, getWords } from "../i18n/translations.ts";
import type { Player } from "./player.ts";

/** Resolves when the player plays; rejects, as `HTMLMediaElement.play()` does, when it cannot or is paused before. */
export function waitForPlayback({ state }: Player): Promise<void> {
  // Not `Promise.withResolvers`: pages that replace Promise, as older versions of Angular do, lack it.
  return new Promise((resolve, reject) => {
    let wasStarted = false;
    const stop = effect(() => {
      const failure = state.failure.value;
      const isStarted = !state.paused.value || state.playWhenReady.value;
      if (failure) {
        const name = failure.kind === "blocked" ? "NotAllowedError" : "NotSupportedError";
        reject(new DOMException(getFailureText(failure, getWords(state.lang.value)), name));
      } else if (wasStarted && !isStarted)
        reject(new DOMException("Paused before it sounded", "AbortError"));
      else if (!state.paused.value && !state.waiting.value) resolve();
      else {
        wasStarted ||= isStarted;
        return;
      }
      queueMicrotask(() => stop());
    });
  });
}
