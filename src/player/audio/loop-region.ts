import type { State } from "../state/state.ts";
import { watchSignals } from "../lib/watch-signals.ts";

/**
 * Sends an `<audio>` element back from B to A, as near to B as a timer gets (some milliseconds late). The desk does it
 * to the sample, by itself.
 */
export function repeatRegion(media: HTMLMediaElement, state: State, life: AbortSignal): void {
  watchSignals(life, () => {
    const region = state.region.value;
    if (!region || state.paused.value || state.waiting.value) return;
    // Read so that each report of the position sets the timer anew.
    const left = (region.to - state.currentTime.value) / state.rate.value;
    // Past B by the listener's own will: let it play on.
    if (left < -0.5) return;
    const timer = setTimeout(() => {
      if (!media.paused) media.currentTime = region.from;
    }, left * 1000);
    return () => clearTimeout(timer);
  });
}
