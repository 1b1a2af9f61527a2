import type { Failure } from "../state/failure.ts";
import { failureOf } from "../net/playback-error.ts";
import { Gauges } from "./gauges.ts";
import { createMixer } from "./gain-graph.ts";
import { runningContext, useContext } from "./context-lifecycle.ts";
import type { Desk, Part } from "./output.ts";
import { createSupply } from "./stem-buffer.ts";
import { Transport } from "./transport.ts";

/** Milliseconds between two looks at the clock, and between two reports of the position. */
const LOOK = 100;
const REPORT = 200;
const DEFAULT_RATE = 44_100;

const nothing = (): void => undefined;

/** Plays parts of a track together, to the sample; shaped like an `<audio>` element. See `Desk`. */
export class SoundDesk extends Gauges implements Desk {
  #opened = new AbortController();
  #release = nothing;
  #timer: ReturnType<typeof setInterval> | undefined;
  #reportedAt = 0;
  /** Seconds, before there is anything to play. */
  #at = 0;

  get currentTime(): number {
    return this.now.transport?.place ?? this.#at;
  }
  set currentTime(to: number) {
    this.#at = to;
    this.now.ended = false;
    if (!this.now.transport) return;
    this.now.transport.place = to;
    this.now.seeking = true;
    this.tell("seeking");
    this.#look();
    this.tell("timeupdate");
  }

  open(parts: readonly Part[], at: number): void {
    this.now.failure = null;
    const stems = this.now.supply?.stems;
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
    if (this.now.ended) this.currentTime = 0;
    if (!this.now.paused) return;
    this.now.paused = false;
    this.now.waiting = true;
    this.#timer = setInterval(() => this.#look(), LOOK);
    this.tell("play");
    await this.#wake();
  }

  pause(): void {
    if (this.now.paused) return;
    this.now.transport?.halt();
    this.now.paused = true;
    this.now.waiting = false;
    clearInterval(this.#timer);
    this.#release();
    this.tell("timeupdate");
    this.tell("pause");
  }

  #leave(): void {
    this.#opened.abort();
    this.#opened = new AbortController();
    this.now.transport?.halt();
    this.now.transport?.mixer?.close();
    this.now.transport = null;
    this.now.supply = null;
    this.now.failure = null;
    this.now.ended = false;
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
      if (!signal.aborted) this.#fail(failureOf(error), false);
      return;
    }
    if (signal.aborted) return;
    const rate = supply.stems[0]?.rate() || DEFAULT_RATE;
    for (const stem of supply.stems) stem.lay(rate);
    const length = Math.max(...supply.stems.map((stem) => stem.length()));
    this.now.supply = supply;
    this.now.transport = new Transport(supply, Math.min(this.#at, length / rate));
    Object.assign(this.now.transport, { rate, length, ...this.way() });
    this.tell("durationchange");
    this.tell("loadedmetadata");
    this.now.transport.prepare();
    if (!this.now.paused) await this.#wake();
  }

  /** Finds a context that runs, at the rate of the sound; without one it is the browser that holds back the sound. */
  async #wake(): Promise<void> {
    const transport = this.now.transport;
    const context = await runningContext(transport?.rate ?? 0);
    if (this.now.paused || transport !== this.now.transport) return;
    if (!context) {
      this.pause();
      throw new DOMException("The browser holds back the sound.", "NotAllowedError");
    }
    this.#release();
    this.#release = useContext(context, () => this.pause());
    if (transport && transport.mixer?.context !== context) {
      transport.mixer?.close();
      const gains = this.gains(this.now.supply?.stems.length ?? 0);
      transport.mixer = createMixer(context, gains, this.loudness());
    }
    this.#look();
  }

  #look(): void {
    const transport = this.now.transport;
    if (!transport) return;
    if (this.now.paused || !transport.mixer) {
      transport.prepare();
      if (this.now.paused) this.#settle();
      return;
    }
    const goesOn = transport.advance();
    if (goesOn && transport.runs) this.#settle();
    else if (goesOn && !this.now.waiting) {
      this.now.waiting = true;
      this.tell("waiting");
    }
    if (!goesOn) this.#end();
    if (performance.now() - this.#reportedAt > REPORT) this.#report();
  }

  #report(): void {
    this.#reportedAt = performance.now();
    this.tell("progress");
    this.tell("timeupdate");
  }

  /** It is where it was sent, and sounds if it should. */
  #settle(): void {
    const [wasWaiting, wasSeeking] = [this.now.waiting, this.now.seeking];
    this.now.waiting = false;
    this.now.seeking = false;
    if (wasSeeking) this.tell("seeked");
    if (wasWaiting) this.tell("playing");
  }

  #end(): void {
    this.now.ended = true;
    this.pause();
    this.tell("ended");
  }

  #fail(failure: Failure, isPassing: boolean): void {
    // What is here goes on sounding; the supply tries again in the meantime.
    if (isPassing && this.now.transport?.runs) return;
    if (this.now.failure) return;
    this.now.failure = failure;
    this.tell("error");
  }

  protected override adjust(): void {
    this.now.transport?.mixer?.set(this.gains(this.now.supply?.stems.length ?? 0), this.loudness());
  }
  protected override turn(): void {
    if (!this.now.transport) return;
    Object.assign(this.now.transport, this.way());
    this.now.transport.turn();
  }
}

/** A desk, silent and empty, until `life` ends. */
export function createDesk(life: AbortSignal): Desk {
  const desk = new SoundDesk();
  life.addEventListener("abort", () => desk.close(), { once: true });
  return desk;
}
