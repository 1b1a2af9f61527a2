/*
 * Types of <earmark-player>, for pages whose script tag brings the element itself.
 * For JSX and templates add the file of your framework beside this one.
 */

/** A part of the track on the desk. */
export interface EarmarkStem {
  readonly label: string;
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
  readonly solo: boolean;
}

/** Seconds; `to` is greater. */
export interface EarmarkRegion {
  readonly from: number;
  readonly to: number;
}

export interface EarmarkTrack {
  readonly title: string | null;
  readonly artist: string | null;
  /** Address of a picture. */
  readonly artwork: string | null;
  /** Length in seconds, where the service says it. */
  readonly seconds: number | null;
}

/** Why there is nothing to hear: a word for programs, a sentence for people. */
export interface EarmarkError {
  readonly kind: string;
  readonly message: string;
}

/** Events by their names; none carries more than its name. */
export interface EarmarkPlayerEventMap {
  play: Event;
  playing: Event;
  pause: Event;
  waiting: Event;
  seeking: Event;
  seeked: Event;
  timeupdate: Event;
  volumechange: Event;
  ratechange: Event;
  progress: Event;
  ended: Event;
  /** The length of the track is known; before any press. */
  loadedmetadata: Event;
  error: Event;
  trackchange: Event;
  stemchange: Event;
  regionchange: Event;
  /** The listener wants to keep the track; the only one that bubbles. */
  save: Event;
}

/** `<earmark-player src="…">`: shaped like `<audio>`. Times are seconds, volumes 0 to 1. */
export interface EarmarkPlayer extends HTMLElement {
  src: string;
  readonly currentSrc: string;
  /** Names of controls, which picks and orders them; empty for a set that suits the sound. */
  controls: string;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly seeking: boolean;
  readonly readyState: number;
  currentTime: number;
  /** NaN until it is known. */
  readonly duration: number;
  readonly buffered: TimeRanges;
  readonly seekable: TimeRanges;
  volume: number;
  muted: boolean;
  loop: boolean;
  playbackRate: number;
  /** The part that is played over and over; null for the whole. */
  region: EarmarkRegion | null;
  readonly stems: readonly EarmarkStem[];
  setStem(index: number, change: Partial<Omit<EarmarkStem, "label">>): void;
  readonly tracks: readonly EarmarkTrack[];
  trackIndex: number;
  /** Null when all is well. */
  readonly error: EarmarkError | null;
  /** Resolves when it sounds; rejects when it cannot, or is paused before it does. */
  play(): Promise<void>;
  pause(): void;
  /** Asks for `src` again, from the start. */
  load(): void;

  addEventListener<K extends keyof EarmarkPlayerEventMap>(
    type: K,
    listener: (this: EarmarkPlayer, event: EarmarkPlayerEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** Attributes, as markup has them; those without a value are there or not. */
export interface EarmarkPlayerAttributes {
  src?: string;
  /** MIME type of a file whose address does not show it. */
  type?: string;
  /** What a mere file is called. */
  label?: string;
  lang?: string;
  controls?: string;
  loop?: boolean;
  muted?: boolean;
  /** 0 to 1. */
  volume?: number | string;
}

declare global {
  interface HTMLElementTagNameMap {
    "earmark-player": EarmarkPlayer;
  }
}
