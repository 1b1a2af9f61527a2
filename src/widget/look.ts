import { batch } from "./signal.ts";
import type { State } from "./state.ts";

/** After any of these the media element may have something new to say. */
export const MEDIA_EVENTS = [
  "play",
  "playing",
  "pause",
  "ended",
  "timeupdate",
  "seeking",
  "seeked",
  "volumechange",
  "durationchange",
  "loadedmetadata",
  "progress",
  "waiting",
  "canplay",
  "emptied",
  "error",
] as const;

/** HAVE_FUTURE_DATA: https://html.spec.whatwg.org/multipage/media.html#dom-media-have_future_data */
const ENOUGH = 3;

function bufferedTo({ buffered, currentTime }: HTMLMediaElement): number {
  for (let index = 0; index < buffered.length; index += 1)
    if (buffered.start(index) <= currentTime && currentTime <= buffered.end(index))
      return buffered.end(index);
  return 0;
}

/** Copies what the media element says into the state. */
export function look(media: HTMLMediaElement, state: State): void {
  batch(() => {
    state.paused.value = media.paused;
    if (!media.paused) state.startsWhenHere.value = false;
    state.ended.value = media.ended;
    state.waiting.value =
      !media.paused && !media.ended && (media.readyState < ENOUGH || media.error !== null);
    state.currentTime.value = media.currentTime;
    state.bufferedTo.value = bufferedTo(media);
    state.mediaSeconds.value = Number.isFinite(media.duration) ? media.duration : null;
    state.volume.value = media.volume;
    state.muted.value = media.muted;
  });
}
