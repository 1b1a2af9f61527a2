import type { Failure } from "../state/failure.ts";

/**
 * What produces the audio: an `<audio>` element or the mixer. It is the part of `HTMLMediaElement` that the player uses, with
 * the same meanings, so that the rest of the player treats both alike. Times in seconds, volume 0 to 1.
 */
export interface AudioOutput extends EventTarget {
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly duration: number;
  readonly readyState: number;
  readonly buffered: TimeRanges;
  /** `code` as in https://html.spec.whatwg.org/multipage/media.html#error-codes */
  readonly error: { readonly code: number } | null;
  /** The cause of the `error`; only the mixer knows it. */
  readonly failure?: Failure | null;
  currentTime: number;
  volume: number;
  muted: boolean;
  loop: boolean;
  playbackRate: number;
  /** Rejects with `NotAllowedError` when the browser blocks audio before a user gesture. */
  play(): Promise<void>;
  pause(): void;
}
