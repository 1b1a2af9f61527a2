import type { AudioOutput } from "./audio-output.ts";

/** Events of the active output that the page receives too, under the same names. */
export const RELAYED_EVENTS = [
  "play",
  "playing",
  "pause",
  "waiting",
  "seeking",
  "seeked",
  "timeupdate",
  "volumechange",
  "ratechange",
  "progress",
  "ended",
  "save",
] as const;

/** Events after which the properties of an output may have changed. */
export const OUTPUT_EVENTS = [
  ...RELAYED_EVENTS,
  "durationchange",
  "loadedmetadata",
  "canplay",
  "emptied",
  "error",
] as const;

/** The output that plays now, one at a time. Its events are dispatched here too, so that listeners survive a switch. */
export class ActiveOutput extends EventTarget {
  #current: AudioOutput;
  #listening = new AbortController();

  constructor(first: AudioOutput) {
    super();
    this.#current = first;
    this.#listen();
  }

  get current(): AudioOutput {
    return this.#current;
  }

  /** Pauses the current output and activates another one, with the same volume, mute, loop and position. */
  switchTo(next: AudioOutput): void {
    const last = this.#current;
    if (next === last) return;
    this.#listening.abort();
    this.#current = next;
    next.volume = last.volume;
    next.muted = last.muted;
    next.loop = last.loop;
    next.currentTime = last.currentTime;
    last.pause();
    this.#listen();
    this.dispatchEvent(new Event("emptied"));
  }

  #listen(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    for (const type of OUTPUT_EVENTS)
      this.#current.addEventListener(type, () => this.dispatchEvent(new Event(type)), { signal });
  }
}
