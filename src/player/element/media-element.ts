import { parseUrl } from "../../shared/playback-url.ts";
import type { StagedPlayer } from "../controller/player.ts";
import type { Request } from "../controller/requests.ts";
import type { SharedTrack } from "../../providers/contract/player-source.ts";
import { createTimeRanges } from "../lib/time-ranges.ts";
import type { AudioOutput } from "../audio/audio-output.ts";
import { started } from "../controller/play-promise.ts";
import type { Region, Stem } from "../state/state.ts";
import { failureText, wordsFor } from "../i18n/text.ts";

// A page rendered on a server may import this file where there is no DOM.
const Parent = globalThis.HTMLElement ?? (Object as unknown as typeof HTMLElement);

/** The elements themselves, to this file. */
interface Inner {
  readonly sound: AudioOutput;
  readonly player: StagedPlayer | null;
}

/** What the sound itself tells, and how it is asked for: not at all, at once, or with a request that keeps it within bounds. */
const TOLD = {
  paused: "",
  ended: "",
  seeking: "",
  readyState: "",
  volume: "set",
  muted: "set",
  currentTime: "seek",
  playbackRate: "rate",
} as const;

/** What programs see of a player: the properties and methods of `<audio>`, by the same names, and a few of our own. */
export abstract class MediaLike extends Parent {
  declare readonly paused: boolean;
  declare readonly ended: boolean;
  declare readonly seeking: boolean;
  declare readonly readyState: number;
  /** Seconds. */
  declare currentTime: number;
  /** 0 to 1. */
  declare volume: number;
  declare muted: boolean;
  /** 1 is normal; the pitch is kept. Stems have no other. */
  declare playbackRate: number;

  // Never in the document: a media element that is taken out of it for a moment is paused by the browser.
  protected readonly media: HTMLAudioElement = document.createElement("audio");
  protected player: StagedPlayer | null = null;

  /** Opens what the attributes say, if they have changed since. */
  protected abstract openNow(): void;

  protected get sound(): AudioOutput {
    return this.player?.stage.current ?? this.media;
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
  /** Names of controls, which picks and orders them; empty for a set that suits the sound. */
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
    return this.sound.loop;
  }
  set loop(on: boolean) {
    this.toggleAttribute("loop", on);
  }
  /** The part that is played over and over, in seconds; null for the whole. */
  get region(): Region | null {
    return this.player?.state.region.peek() ?? null;
  }
  set region(region: Region | null) {
    this.#ask(region ? { type: "region", ...region } : { type: "region-off" });
  }
  /** The parts of this track, as they are mixed now. */
  get stems(): readonly Stem[] {
    return this.player?.state.stems.peek() ?? [];
  }
  /** Changes how one part is heard, by its place in `stems`. */
  setStem(index: number, change: Partial<Omit<Stem, "label">>): void {
    this.#ask({ type: "stem", index, ...change });
  }
  get tracks(): readonly SharedTrack[] {
    return this.player?.state.tracks.peek() ?? [];
  }
  get trackIndex(): number {
    return this.player?.state.trackIndex.peek() ?? 0;
  }
  set trackIndex(index: number) {
    this.#ask({ type: "track", index });
  }

  /** Why there is nothing to hear, as a word for programs and a sentence for people; null when all is well. */
  get error(): { readonly kind: string; readonly message: string } | null {
    const { failure, lang } = this.player?.state ?? {};
    const why = failure?.peek();
    return why && lang
      ? { kind: why.kind, message: failureText(why, wordsFor(lang.peek())) }
      : null;
  }

  /** Resolves when it sounds; rejects when it cannot, or is paused before it does. */
  play(): Promise<void> {
    const { player } = this;
    if (!player) return Promise.reject(new DOMException("Not in a document", "InvalidStateError"));
    this.openNow();
    player.request({ type: "play" });
    return started(player);
  }
  pause(): void {
    this.#ask({ type: "pause" });
  }
  /** Asks for `src` again, from the start. */
  load(): void {
    this.setAttribute("src", this.src);
  }

  /** As a control would ask for it. */
  #ask(request: Request): void {
    this.player?.request(request);
  }
}

for (const [name, type] of Object.entries(TOLD)) {
  Object.defineProperty(MediaLike.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: Inner) {
      return this.sound[name as keyof typeof TOLD];
    },
    ...(type && {
      set(this: Inner, to: never) {
        if (type === "set") this.sound[name as "volume"] = to;
        else this.player?.request({ type, to });
      },
    }),
  });
}
