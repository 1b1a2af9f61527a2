import { isPassing } from "../state/failure.ts";
import type { State } from "../state/state.ts";
import { failureText } from "../i18n/text.ts";
import type { Words } from "../i18n/text.ts";

/** The sentence that has to be known wherever one looks, and is read out; empty when all goes as it should. */
export function urgentWords(state: State, words: Words): string {
  const failure = state.failure.value;
  if (failure?.kind === "too-many" && state.mayRetry.value) return words.mayRetry;
  if (failure) return failureText(failure, words);
  if (state.startsWhenHere.value) return words.startsWhenHere;
  return state.stalled.value ? words.stalled : "";
}

/** What is true when nothing is wrong: shown, never read out, as a page may hold many players. */
export function quietWords(state: State, words: Words): string {
  if (state.document.value) return words.document;
  if (!state.shared.value) return words.loading;
  if (state.ended.value) return words.ended;
  return state.paused.value && state.currentTime.value === 0 ? words.ready : "";
}

/** The one step that helps: asking again, or an address a person can open; null when the sentence itself says what to do. */
export function nextStep(state: State): "retry" | { readonly url: string } | null {
  const page = state.document.value;
  if (page) return page;
  const failure = state.failure.value;
  if (!failure) return state.stalled.value ? "retry" : null;
  if (isPassing(failure)) return state.mayRetry.value ? "retry" : null;
  const url = state.linkAddress.value;
  return url && (failure.kind === "cors" || failure.kind === "format") ? { url } : null;
}
