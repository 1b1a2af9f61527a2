import type { Failure } from "../state/failure.ts";
import type { Region, Stem } from "../state/state.ts";

/** What is played, to the desk: its parts, in the order of `State.stems`. */
export interface Part {
  /** An audio file or an HLS media playlist. */
  readonly url: string;
}

/**
 * What makes the sound: the part of an `<audio>` element that the player uses, with its meanings, so that `look.ts` and
 * everything else reads both kinds alike. Seconds; volume 0 to 1.
 */
export interface Sound extends EventTarget {
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly duration: number;
  readonly readyState: number;
  readonly buffered: TimeRanges;
  /** `code` as in https://html.spec.whatwg.org/multipage/media.html#error-codes */
  readonly error: { readonly code: number } | null;
  currentTime: number;
  volume: number;
  muted: boolean;
  loop: boolean;
  playbackRate: number;
  /** Rejects with `NotAllowedError` when the browser holds it back. */
  play(): Promise<void>;
  pause(): void;
}

/** The sound engine for stems, and for lists that the browser cannot play by itself: see `desk.ts`. */
export interface Desk extends Sound {
  /** Why, when there is an `error`. */
  readonly failure: Failure | null;
  /** Takes these parts in hand, from a place in seconds; what sounds goes on sounding there. */
  open(parts: readonly Part[], at: number): void;
  /** Lets go of all sound and every request. */
  close(): void;
  mix(stems: readonly Stem[]): void;
  repeat(region: Region | null): void;
}
