import { RELAYED } from "../element/dispatch-events.ts";
import type { Sound } from "./output.ts";

/** After any of these the sound may have something new to say. */
export const SOUND_EVENTS = [
  ...RELAYED,
  "durationchange",
  "loadedmetadata",
  "canplay",
  "emptied",
  "error",
] as const;

/** Where one sound at a time stands: its events are told here, whichever it is. */
export class Stage extends EventTarget {
  #sound: Sound;
  #told = new AbortController();

  constructor(first: Sound) {
    super();
    this.#sound = first;
    this.#listen();
  }

  get sound(): Sound {
    return this.#sound;
  }

  /** Puts another sound on; it goes on as loud, and at the place, where the last one was. */
  put(next: Sound): void {
    const last = this.#sound;
    if (next === last) return;
    this.#told.abort();
    this.#sound = next;
    next.volume = last.volume;
    next.muted = last.muted;
    next.loop = last.loop;
    next.currentTime = last.currentTime;
    last.pause();
    this.#listen();
    this.dispatchEvent(new Event("emptied"));
  }

  #listen(): void {
    this.#told = new AbortController();
    const { signal } = this.#told;
    for (const type of SOUND_EVENTS)
      this.#sound.addEventListener(type, () => this.dispatchEvent(new Event(type)), { signal });
  }
}
