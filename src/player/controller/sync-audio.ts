import { batch } from "@preact/signals-core";
import type { Signal } from "@preact/signals-core";
import type { AudioOutput } from "../audio/audio-output.ts";
import type { State } from "../state/state.ts";
import { makeArray } from "../lib/make-array.ts";
import type { Ranges } from "../lib/time-ranges.ts";

/** HAVE_FUTURE_DATA: https://html.spec.whatwg.org/multipage/media.html#dom-media-have_future_data */
const ENOUGH = 3;

function spansOf(ranges: TimeRanges): Ranges {
  return makeArray(ranges.length, (index) => [ranges.start(index), ranges.end(index)]);
}

/** Called the same there. */
const COPIED = ["paused", "ended", "currentTime", "volume", "muted", "loop"] as const;

/** Copies what the sound says into the state. */
export function look(sound: AudioOutput, state: State): void {
  batch(() => {
    if (!sound.paused) state.startsWhenHere.value = false;
    // WebKitGTK (2.50, measured 2026-11) leaves readyState at 2 after a seek, and plays on: who moves does not wait.
    const moves = !sound.seeking && sound.currentTime > state.currentTime.peek();
    const lacks = sound.readyState < ENOUGH && !moves;
    state.waiting.value = !sound.paused && !sound.ended && (lacks || sound.error !== null);
    for (const name of COPIED) (state[name] as Signal<unknown>).value = sound[name];
    const spans = spansOf(sound.buffered);
    // A list of the same numbers is no news.
    if (String(spans) !== String(state.buffered.peek())) state.buffered.value = spans;
    state.mediaSeconds.value = Number.isFinite(sound.duration) ? sound.duration : null;
    state.rate.value = sound.playbackRate;
    state.canRate.value = sound instanceof HTMLMediaElement;
  });
}
