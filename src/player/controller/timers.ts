import { watchSignals } from "../lib/watch-signals.ts";
import type { State } from "../state/state.ts";

/** How long a wait for sound lasts before it is called a stall, in milliseconds: a seek to a buffered position is over by then. */
const STALL_MS = 500;

/** Sets the two values of the state that depend on time alone: `stalled` after a wait, and `canRetry` after a rate limit. */
export function startTimers(state: State, life: AbortSignal): void {
  watchSignals(life, () => {
    if (!state.waiting.value) return;
    const timer = setTimeout(() => (state.stalled.value = true), STALL_MS);
    return () => {
      clearTimeout(timer);
      state.stalled.value = false;
    };
  });

  watchSignals(life, () => {
    const failure = state.failure.value;
    const seconds = failure?.kind === "too-many" ? failure.seconds : 0;
    state.canRetry.value = !seconds;
    if (!seconds) return;
    const timer = setTimeout(() => (state.canRetry.value = true), seconds * 1000);
    return () => clearTimeout(timer);
  });
}
