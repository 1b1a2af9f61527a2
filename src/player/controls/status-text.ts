import type { Words } from "../i18n/language.ts";
import { getFailureText } from "../i18n/translations.ts";
import { isPassing } from "../state/failure.ts";
import type { State } from "../state/state.ts";

/** The sentence that screen readers announce, about a failure or a wait; "" when there is neither. */
export function getAnnouncement(state: State, words: Words): string {
  const failure = state.failure.value;
  if (failure?.kind === "too-many" && state.canRetry.value) return words.mayRetry;
  if (failure) return getFailureText(failure, words);
  if (state.playWhenReady.value) return words.startsWhenHere;
  return state.stalled.value ? words.stalled : "";
}

/** What is shown when there is nothing to announce. It is never announced, because a page may have many players. */
export function getHint(state: State, words: Words): string {
  if (state.document.value) return words.document;
  if (!state.shared.value) return words.loading;
  if (state.ended.value) return words.ended;
  return state.paused.value && state.currentTime.value === 0 ? words.ready : "";
}

/** The step that helps: a retry, or a URL that a person can open; null when the sentence itself says what to do. */
export function getNextStep(state: State): "retry" | { readonly url: string } | null {
  const page = state.document.value;
  if (page) return page;
  const failure = state.failure.value;
  if (!failure) return state.stalled.value ? "retry" : null;
  if (isPassing(failure)) return state.canRetry.value ? "retry" : null;
  const url = state.linkUrl.value;
  return url && (failure.kind === "cors" || failure.kind === "format") ? { url } : null;
}
