import { batch } from "./signal.ts";
import type { Sound } from "./sound/sound.ts";
import type { Spans, State } from "./state.ts";

/** HAVE_FUTURE_DATA: https://html.spec.whatwg.org/multipage/media.html#dom-media-have_future_data */
const ENOUGH = 3;

function spansOf(ranges: TimeRanges): Spans {
  return Array.from({ length: ranges.length }, (_, index) => [
    ranges.start(index),
    ranges.end(index),
  ]);
}

/** Copies what the sound says into the state. */
export function look(sound: Sound, state: State): void {
  batch(() => {
    state.paused.value = sound.paused;
    if (!sound.paused) state.startsWhenHere.value = false;
    state.ended.value = sound.ended;
    // WebKitGTK (2.50, measured 2026-11) leaves readyState at 2 after a seek, and plays on: who moves does not wait.
    const moves = !sound.seeking && sound.currentTime > state.currentTime.peek();
    const lacks = sound.readyState < ENOUGH && !moves;
    state.waiting.value = !sound.paused && !sound.ended && (lacks || sound.error !== null);
    state.currentTime.value = sound.currentTime;
    const spans = spansOf(sound.buffered);
    // A list of the same numbers is no news.
    if (String(spans) !== String(state.buffered.peek())) state.buffered.value = spans;
    state.mediaSeconds.value = Number.isFinite(sound.duration) ? sound.duration : null;
    state.volume.value = sound.volume;
    state.muted.value = sound.muted;
    state.rate.value = sound.playbackRate;
    state.canRate.value = sound instanceof HTMLMediaElement;
    state.loop.value = sound.loop;
  });
}
