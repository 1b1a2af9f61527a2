import type { SharedTrack } from "../../providers/contract/player-source.ts";
import { parseUrl } from "../../shared/playback-url.ts";
import type { AudioOutput } from "../audio/audio-output.ts";
import { waitForPlayback } from "../controller/play-promise.ts";
import type { PlayerWithOutput } from "../controller/player.ts";
import type { Request } from "../controller/requests.ts";
import { getFailureText, getWords } from "../i18n/translations.ts";
import { createTimeRanges } from "../lib/time-ranges.ts";
import type { Region, Stem } from "../state/state.ts";

// Server-side rendering may import this file where there is no DOM.
const Parent = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** The protected members that the properties below use. */
interface Internals {
  readonly output: AudioOutput;
  readonly player: PlayerWithOutput | null;
}

/**
 * Properties that are read from the active output, and how each is written: not at all (""), directly ("set"), or by a request
 * of that type, which limits the value.
 */
const OUTPUT_PROPERTIES = {
  paused: "",
  ended: "",
  seeking: "",
  readyState: "",
  volume: "set",
  muted: "set",
  currentTime: "seek",
  playbackRate: "rate",
} as const;

/** The properties and methods of the player: those of `<audio>`, and a few of our own. */
export abstract class MediaElement extends Parent {
  declare readonly paused: boolean;
  declare readonly ended: boolean;
  declare readonly seeking: boolean;
  declare readonly readyState: number;
  /** Seconds. */
  declare currentTime: number;
  /** 0 to 1. */
  declare volume: number;
  declare muted: boolean;
  /** 1 is normal; the pitch stays the same. Stems always play at 1. */
  declare playbackRate: number;

  // Never in the document: browsers pause a media element that is removed from it, even when it is only moved.
  protected readonly media: HTMLAudioElement = document.createElement("audio");
  protected player: PlayerWithOutput | null = null;

  /** Opens the source that the attributes describe, if they have changed since it was last opened. */
  protected abstract openChangedSource(): void;

  protected get output(): AudioOutput {
    return this.player?.output.current ?? this.media;
  }

  get src(): string {
    return this.getAttribute("src") ?? "";
  }
  set src(value: string) {
    this.setAttribute("src", value);
  }
  /** Absolute; empty without a `src`. */
  get currentSrc(): string {
    return (this.src && parseUrl(this.src, document.baseURI)?.href) || "";
  }
  /** Names of the controls to show, in order; empty for the default controls. */
  get controls(): string {
    return this.getAttribute("controls") ?? "";
  }
  set controls(names: string) {
    this.setAttribute("controls", names);
  }

  /** Seconds; NaN until it is known. */
  get duration(): number {
    return this.player?.state.duration.peek() ?? Number.NaN;
  }
  get buffered(): TimeRanges {
    return createTimeRanges(this.player?.state.buffered.peek() ?? []);
  }
  get seekable(): TimeRanges {
    const { duration } = this;
    return createTimeRanges(duration > 0 ? [[0, duration]] : []);
  }

  get loop(): boolean {
    return this.output.loop;
  }
  set loop(on: boolean) {
    this.toggleAttribute("loop", on);
  }
  /** The looped part of the track, in seconds; null for none. */
  get region(): Region | null {
    return this.player?.state.region.peek() ?? null;
  }
  set region(region: Region | null) {
    this.#request(region ? { type: "region", ...region } : { type: "region-off" });
  }
  /** The stems of this track, as they are mixed now. */
  get stems(): readonly Stem[] {
    return this.player?.state.stems.peek() ?? [];
  }
  /** Changes the volume, mute or solo of one stem, by its index in `stems`. */
  setStem(index: number, change: Partial<Omit<Stem, "label">>): void {
    this.#request({ type: "stem", index, ...change });
  }
  get tracks(): readonly SharedTrack[] {
    return this.player?.state.tracks.peek() ?? [];
  }
  get trackIndex(): number {
    return this.player?.state.trackIndex.peek() ?? 0;
  }
  set trackIndex(index: number) {
    this.#request({ type: "track", index });
  }

  /** Why nothing plays: `kind` for programs, `message` for people; null when there is no failure. */
  get error(): { readonly kind: string; readonly message: string } | null {
    const { failure, lang } = this.player?.state ?? {};
    const current = failure?.peek();
    return current && lang
      ? { kind: current.kind, message: getFailureText(current, getWords(lang.peek())) }
      : null;
  }

  /** Resolves when it plays; rejects when it cannot, or is paused before. */
  play(): Promise<void> {
    const { player } = this;
    if (!player) return Promise.reject(new DOMException("Not in a document", "InvalidStateError"));
    this.openChangedSource();
    player.request({ type: "play" });
    return waitForPlayback(player);
  }
  pause(): void {
    this.#request({ type: "pause" });
  }
  /** Opens `src` again, from the start. */
  load(): void {
    this.setAttribute("src", this.src);
  }

  #request(request: Request): void {
    this.player?.request(request);
  }
}

for (const [name, type] of Object.entries(OUTPUT_PROPERTIES)) {
  Object.defineProperty(MediaElement.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: Internals) {
      return this.output[name as keyof typeof OUTPUT_PROPERTIES];
    },
    ...(type && {
      set(this: Internals, to: never) {
        if (type === "set") this.output[name as "volume"] = to;
        else this.player?.request({ type, to });
      },
    }),
  });
}
