import type { State } from "./state.ts";
import { failureText } from "./text.ts";
import type { Words } from "./text.ts";

/** The one sentence that is true now. */
export function sentence(state: State, words: Words): string {
  const failure = state.failure.value;
  if (failure?.kind === "too-many" && state.mayRetry.value) return words.mayRetry;
  if (failure) return failureText(failure, words);
  if (state.startsWhenHere.value) return words.startsWhenHere;
  if (!state.shared.value) return words.loading;
  if (state.stalled.value) return words.stalled;
  if (state.ended.value) return words.ended;
  if (!state.paused.value) return words.playing;
  return state.currentTime.value > 0 ? words.paused : words.ready;
}
