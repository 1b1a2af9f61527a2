import type { Failure } from "../failure.ts";
import type { Region, Stem as Setting } from "../state.ts";
import { failureIn } from "./failed.ts";
import { createMixer, gainsOf } from "./mixer.ts";
import { inAll, rangesOf } from "./ranges.ts";
import { runningContext, useContext } from "./running.ts";
import type { Desk, Part } from "./sound.ts";
import { createSupply } from "./supply.ts";
import type { Supply } from "./supply.ts";
import { Transport } from "./transport.ts";

/** Milliseconds between two looks at the clock, and between two reports of the position. */
const LOOK = 50;
const REPORT = 200;
const DEFAULT_RATE = 44_100;

/** No new address can cure these. */
const lasting: readonly Failure["kind"][] = ["not-playable", "format", "cors", "malformed"];
const nothing = (): void => undefined;

/** Plays parts of a track together, to the sample; shaped like an `<audio>` element. See `Desk`. */
export class SoundDesk extends EventTarget implements Desk {
  /** Stems have one speed: another would need their pitch kept. */
  playbackRate = 1;
  #paused = true;
  #ended = false;
  #seeking = false;
  #waiting = false;
  #loop = false;
  #volume = 1;
  #muted = false;
  #settings: readonly Setting[] = [];
  #region: Region | null = null;
  #failure: Failure | null = null;
  #supply: Supply | null = null;
  #transport: Transport | null = null;
  #opened = new AbortController();
  #release = nothing;
  #timer: ReturnType<typeof setInterval> | undefined;
  #reportedAt = 0;
  /** Seconds, before there is anything to play. */
  #at = 0;

  get paused(): boolean {
    return this.#paused;
  }
  get ended(): boolean {
    return this.#ended;
  }
  get seeking(): boolean {
    return this.#seeking;
  }
  get duration(): number {
    const { rate, length } = this.#transport ?? { rate: 0, length: 0 };
    return rate > 0 ? length / rate : Number.NaN;
  }
  get readyState(): number {
    if (!this.#transport?.rate) return 0;
    return this.#waiting ? 2 : 4;
  }
  get error(): { readonly code: number } | null {
    // https://html.spec.whatwg.org/multipage/media.html#error-codes
    return this.#failure && { code: lasting.includes(this.#failure.kind) ? 3 : 2 };
  }
  get failure(): Failure | null {
    return this.#failure;
  }
  get buffered(): TimeRanges {
    const rate = this.#transport?.rate;
    if (!rate || !this.#supply) return rangesOf([]);
    const here = inAll(this.#supply.stems.map((stem) => stem.here()));
    return rangesOf(here.map(([from, to]) => [from / rate, to / rate]));
  }

  get loop(): boolean {
    return this.#loop;
  }
  set loop(on: boolean) {
    this.#loop = on;
    this.#turn();
    this.#tell("timeupdate");
  }
  get volume(): number {
    return this.#volume;
  }
  set volume(to: number) {
    this.#volume = to;
    this.#adjust();
    this.#tell("volumechange");
  }
  get muted(): boolean {
    return this.#muted;
  }
  set muted(on: boolean) {
    this.#muted = on;
    this.#adjust();
    this.#tell("volumechange");
  }
  mix(stems: readonly Setting[]): void {
    this.#settings = stems;
    this.#adjust();
  }
  repeat(region: Region | null): void {
    this.#region = region;
    this.#turn();
  }

  get currentTime(): number {
    return this.#transport?.place ?? this.#at;
  }
  set currentTime(to: number) {
    this.#at = to;
    this.#ended = false;
    if (!this.#transport) return;
    this.#transport.place = to;
    this.#seeking = true;
    this.#tell("seeking");
    this.#look();
    this.#tell("timeupdate");
  }

  open(parts: readonly Part[], at: number): void {
    this.#failure = null;
    const stems = this.#supply?.stems;
    if (stems?.length === parts.length && this.duration > 0) {
      // The same sound at new addresses: what is here of it is kept.
      stems.forEach((stem, index) => stem.renew(parts[index]?.url ?? ""));
      this.#look();
    } else void this.#prepare(parts, at);
  }

  close(): void {
    this.pause();
    this.#leave();
    this.#at = 0;
  }

  async play(): Promise<void> {
    if (this.#ended) this.currentTime = 0;
    if (!this.#paused) return;
    this.#paused = false;
    this.#waiting = true;
    this.#timer = setInterval(() => this.#look(), LOOK);
    this.#tell("play");
    await this.#wake();
  }

  pause(): void {
    if (this.#paused) return;
    this.#transport?.halt();
    this.#paused = true;
    this.#waiting = false;
    clearInterval(this.#timer);
    this.#release();
    this.#tell("timeupdate");
    this.#tell("pause");
  }

  #leave(): void {
    this.#opened.abort();
    this.#opened = new AbortController();
    this.#transport?.halt();
    this.#transport?.mixer?.close();
    this.#transport = null;
    this.#supply = null;
    this.#failure = null;
    this.#ended = false;
  }

  /** Reads the playlists, and learns the rate at which all of it is played. */
  async #prepare(parts: readonly Part[], at: number): Promise<void> {
    this.#leave();
    this.#at = at;
    const { signal } = this.#opened;
    const supply = createSupply(
      parts.map(({ url }) => url),
      signal,
      () => this.#look(),
      (failure, isPassing) => this.#fail(failure, isPassing),
    );
    try {
      await Promise.all(supply.stems.map((stem) => stem.read(at, signal)));
    } catch (error) {
      if (!signal.aborted) this.#fail(failureIn(error), false);
      return;
    }
    if (signal.aborted) return;
    const rate = supply.stems[0]?.rate() || DEFAULT_RATE;
    for (const stem of supply.stems) stem.lay(rate);
    const length = Math.max(...supply.stems.map((stem) => stem.length()));
    this.#supply = supply;
    this.#transport = new Transport(supply, Math.min(this.#at, length / rate));
    Object.assign(this.#transport, { rate, length, loop: this.#loop, region: this.#region });
    this.#tell("durationchange");
    this.#tell("loadedmetadata");
    this.#transport.prepare();
    if (!this.#paused) await this.#wake();
  }

  /** Finds a context that runs, at the rate of the sound; without one it is the browser that holds back the sound. */
  async #wake(): Promise<void> {
    const transport = this.#transport;
    const context = await runningContext(transport?.rate ?? 0);
    if (this.#paused || transport !== this.#transport) return;
    if (!context) {
      this.pause();
      throw new DOMException("The browser holds back the sound.", "NotAllowedError");
    }
    this.#release();
    this.#release = useContext(context, () => this.pause());
    if (transport && transport.mixer?.context !== context) {
      transport.mixer?.close();
      const gains = gainsOf(this.#settings, this.#supply?.stems.length ?? 0);
      transport.mixer = createMixer(context, gains, this.#loudness());
    }
    this.#look();
  }

  #look(): void {
    const transport = this.#transport;
    if (!transport) return;
    if (this.#paused || !transport.mixer) {
      transport.prepare();
      if (this.#paused) this.#settle();
      return;
    }
    const goesOn = transport.advance();
    if (goesOn && transport.runs) this.#settle();
    else if (goesOn && !this.#waiting) {
      this.#waiting = true;
      this.#tell("waiting");
    }
    if (!goesOn) this.#end();
    if (performance.now() - this.#reportedAt > REPORT) this.#report();
  }

  #report(): void {
    this.#reportedAt = performance.now();
    this.#tell("progress");
    this.#tell("timeupdate");
  }

  /** It is where it was sent, and sounds if it should. */
  #settle(): void {
    const [wasWaiting, wasSeeking] = [this.#waiting, this.#seeking];
    this.#waiting = false;
    this.#seeking = false;
    if (wasSeeking) this.#tell("seeked");
    if (wasWaiting) this.#tell("playing");
  }

  #end(): void {
    this.#ended = true;
    this.pause();
    this.#tell("ended");
  }

  #fail(failure: Failure, isPassing: boolean): void {
    // What is here goes on sounding; the supply tries again in the meantime.
    if (isPassing && this.#transport?.runs) return;
    if (this.#failure) return;
    this.#failure = failure;
    this.#tell("error");
  }

  #loudness(): number {
    return this.#muted ? 0 : this.#volume;
  }
  #adjust(): void {
    this.#transport?.mixer?.set(
      gainsOf(this.#settings, this.#supply?.stems.length ?? 0),
      this.#loudness(),
    );
  }
  #turn(): void {
    if (!this.#transport) return;
    Object.assign(this.#transport, { loop: this.#loop, region: this.#region });
    this.#transport.turn();
  }
  #tell(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}

/** A desk, silent and empty, until `life` ends. */
export function createDesk(life: AbortSignal): Desk {
  const desk = new SoundDesk();
  life.addEventListener("abort", () => desk.close(), { once: true });
  return desk;
}
