import { batch } from "@preact/signals-core";
import type { Signal } from "@preact/signals-core";
import type { AudioOutput } from "../audio/audio-output.ts";
import { makeArray } from "../lib/make-array.ts";
import type { Ranges } from "../lib/time-ranges.ts";
import type { State } from "../state/state.ts";

// https://html.spec.whatwg.org/multipage/media.html#dom-media-have_future_data
const HAVE_FUTURE_DATA_CODE = 3;

function toRanges(ranges: TimeRanges): Ranges {
  return makeArray(ranges.length, (index) => [ranges.start(index), ranges.end(index)]);
}

/** Properties with the same name in the state. */
const COPIED = ["paused", "ended", "currentTime", "volume", "muted", "loop"] as const;

/** Copies the properties of the active output into the state. */
export function syncState(output: AudioOutput, state: State): void {
  batch(() => {
    if (!output.paused) state.playWhenReady.value = false;
    // WebKitGTK (2.50, measured 2026-11) leaves readyState at 2 after a seek and plays on, so a moving position is no wait.
    const advances = !output.seeking && output.currentTime > state.currentTime.peek();
    const lacksSound = output.readyState < HAVE_FUTURE_DATA_CODE && !advances;
    state.waiting.value = !output.paused && !output.ended && (lacksSound || output.error !== null);
    for (const name of COPIED) (state[name] as Signal<unknown>).value = output[name];
    const buffered = toRanges(output.buffered);
    // A new array with the same numbers is no change.
    if (String(buffered) !== String(state.buffered.peek())) state.buffered.value = buffered;
    state.mediaDuration.value = Number.isFinite(output.duration) ? output.duration : null;
    state.rate.value = output.playbackRate;
    state.canChangeRate.value = output instanceof HTMLMediaElement;
  });
}
