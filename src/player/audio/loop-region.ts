import { watchSignals } from "../lib/watch-signals.ts";
import type { Region, State } from "../state/state.ts";

/**
 * Sends an `<audio>` element back from B to A, a few milliseconds late, because it depends on a timer. The mixer loops by
 * itself and exactly to the sample.
 */
export function loopRegion(media: HTMLMediaElement, state: State, life: AbortSignal): void {
  watchSignals(life, () => {
    const region = state.region.value;
    if (!region || state.paused.value || state.waiting.value) return;
    // Reads the position, so that each report of it restarts the timer.
    const left = (region.to - state.currentTime.value) / state.rate.value;
    // The listener has gone past B on purpose: playback continues there.
    if (left < -0.5) return;
    const timer = setTimeout(() => {
      if (!media.paused) media.currentTime = region.from;
    }, left * 1000);
    return () => clearTimeout(timer);
  });
}

/** Where playback leaves the straight way next, in samples. */
export interface NextJump {
  /** Samples until then. */
  readonly distance: number;
  /** The position it continues at; null when it ends there. */
  readonly target: number | null;
}

/** The next jump after a position: back to A at the end of the region, or to the start at the end of a looped track. Samples. */
export function findNextJump(
  position: number,
  length: number,
  loop: boolean,
  region: Region | null,
): NextJump {
  if (region && position < region.to)
    return { distance: region.to - position, target: region.from };
  return { distance: length - position, target: loop ? 0 : null };
}
