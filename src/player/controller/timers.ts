import type { State } from "../state/state.ts";
import { watchSignals } from "../lib/watch-signals.ts";

/** Milliseconds of silence before it is called a stall: a seek to a known place is over by then. */
const STALL = 500;

/** The two facts that only time can tell: a wait has become a stall, and a service may be asked again. */
export function startTimers(state: State, life: AbortSignal): void {
  watchSignals(life, () => {
    if (!state.waiting.value) return;
    const timer = setTimeout(() => (state.stalled.value = true), STALL);
    return () => {
      clearTimeout(timer);
      state.stalled.value = false;
    };
  });

  watchSignals(life, () => {
    const failure = state.failure.value;
    const seconds = failure?.kind === "too-many" ? failure.seconds : 0;
    state.mayRetry.value = !seconds;
    if (!seconds) return;
    const timer = setTimeout(() => (state.mayRetry.value = true), seconds * 1000);
    return () => clearTimeout(timer);
  });
}
