/*
 * One class in one file, although it has over 250 lines: it has every property and method of an `<audio>` element that the
 * player uses, and they all share the same state.
 */
import { createTimeRanges, intersectRanges } from "../lib/time-ranges.ts";
import { failureOf } from "../net/playback-error.ts";
import type { Failure } from "../state/failure.ts";
import type { Region, Stem } from "../state/state.ts";
import { acquireContext, startAudioContext } from "./audio-context.ts";
import type { AudioOutput } from "./audio-output.ts";
import { computeGains, createGainGraph } from "./gain-graph.ts";
import { Transport } from "./mixer-transport.ts";
import { createStemBuffer } from "./stem-buffer.ts";
import type { StemBuffer } from "./stem-buffer.ts";

/** Milliseconds between two updates while playing: schedules more audio, and notices the end. */
const UPDATE_INTERVAL_MS = 100;
/** Milliseconds between two `timeupdate` events. */
const REPORT_INTERVAL_MS = 200;
/** Samples per second, where the sources do not say. */
const DEFAULT_RATE_HZ = 44_100;

/** Failures that new URLs cannot fix. */
const permanent: ReadonlySet<Failure["kind"]> = new Set<Failure["kind"]>([
  "not-playable",
  "format",
  "cors",
  "malformed",
]);

const noop = (): void => undefined;

/**
 * Plays the stems of a track together, in sync to the sample, through the Web Audio API; with one URL, a playlist that the
 * browser cannot play itself. Its properties, methods and events mean the same as those of an `<audio>` element.
 */
export class MixerOutput extends EventTarget implements AudioOutput {
  /** Always 1: another speed would change the pitch of stems. */
  playbackRate = 1;
  #paused = true;
  #ended = false;
  #seeking = false;
  #waiting = false;
  #failure: Failure | null = null;
  #loop = false;
  #volume = 1;
  #muted = false;
  #stems: readonly Stem[] = [];
  #region: Region | null = null;
  /** Aborted when other URLs are opened, or none. */
  #opened = new AbortController();
  /** Both null until the URLs are opened. */
  #buffer: StemBuffer | null = null;
  #transport: Transport | null = null;
  /** Position in seconds until then. */
  #startAt = 0;
  #releaseContext = noop;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Milliseconds, as of `performance.now()`. */
  #reportedAt = 0;

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
    return this.#transport ? this.#transport.length / this.#transport.rate : Number.NaN;
  }
  get readyState(): number {
    if (!this.#transport) return 0;
    return this.#waiting ? 2 : 4;
  }
  get error(): { readonly code: number } | null {
    // https://html.spec.whatwg.org/multipage/media.html#error-codes
    return this.#failure && { code: permanent.has(this.#failure.kind) ? 3 : 2 };
  }
  get failure(): Failure | null {
    return this.#failure;
  }
  get buffered(): TimeRanges {
    if (!this.#transport || !this.#buffer) return createTimeRanges([]);
    const { rate } = this.#transport;
    const fetched = intersectRanges(this.#buffer.stems.map((stem) => stem.fetchedRanges()));
    return createTimeRanges(fetched.map(([from, to]) => [from / rate, to / rate]));
  }

  get currentTime(): number {
    return this.#transport?.position ?? this.#startAt;
  }
  set currentTime(to: number) {
    this.#startAt = to;
    this.#ended = false;
    if (!this.#transport) return;
    this.#transport.position = to;
    this.#seeking = true;
    this.#dispatch("seeking");
    this.#update();
    this.#dispatch("timeupdate");
  }
  get loop(): boolean {
    return this.#loop;
  }
  set loop(on: boolean) {
    this.#loop = on;
    this.#transport?.setLoop(on, this.#region);
    this.#dispatch("timeupdate");
  }
  get volume(): number {
    return this.#volume;
  }
  set volume(to: number) {
    this.#volume = to;
    this.#applyGains();
    this.#dispatch("volumechange");
  }
  get muted(): boolean {
    return this.#muted;
  }
  set muted(on: boolean) {
    this.#muted = on;
    this.#applyGains();
    this.#dispatch("volumechange");
  }

  /** Sets volume, mute and solo of each stem, in the order of the URLs. */
  setStems(stems: readonly Stem[]): void {
    this.#stems = stems;
    this.#applyGains();
  }

  /** Repeats the part from A to B; null for none. */
  setRegion(region: Region | null): void {
    this.#region = region;
    this.#transport?.setLoop(this.#loop, region);
  }

  /**
   * Loads audio files or HLS media playlists, in the order of `State.stems`, and goes to a position in seconds. As many URLs
   * as before are taken for new ones of the same stems: then playback continues and the cached audio stays.
   */
  open(urls: readonly string[], startAt: number): void {
    this.#failure = null;
    const stems = this.#buffer?.stems;
    if (stems?.length === urls.length && this.duration > 0) {
      stems.forEach((stem, index) => stem.setUrl(urls[index] ?? ""));
      this.#update();
    } else void this.#load(urls, startAt);
  }

  /** Stops playback and all requests, and forgets the stems. */
  close(): void {
    this.pause();
    this.#unload();
    this.#startAt = 0;
  }

  async play(): Promise<void> {
    if (this.#ended) this.currentTime = 0;
    if (!this.#paused) return;
    this.#paused = false;
    this.#waiting = true;
    this.#timer = setInterval(() => this.#update(), UPDATE_INTERVAL_MS);
    this.#dispatch("play");
    await this.#connect();
  }

  pause(): void {
    if (this.#paused) return;
    this.#transport?.stop();
    this.#paused = true;
    this.#waiting = false;
    clearInterval(this.#timer);
    this.#releaseContext();
    this.#dispatch("timeupdate");
    this.#dispatch("pause");
  }

  #unload(): void {
    this.#opened.abort();
    this.#opened = new AbortController();
    this.#transport?.stop();
    this.#transport?.gainGraph?.close();
    this.#transport = null;
    this.#buffer = null;
    this.#failure = null;
    this.#ended = false;
  }

  /** Fetches the playlists and first segments, which tell the sample rate at which all stems are played. */
  async #load(urls: readonly string[], startAt: number): Promise<void> {
    this.#unload();
    this.#startAt = startAt;
    const { signal } = this.#opened;
    const buffer = createStemBuffer(
      urls,
      signal,
      () => this.#update(),
      (failure, willRetry) => this.#fail(failure, willRetry),
    );
    try {
      await Promise.all(buffer.stems.map((stem) => stem.open(startAt, signal)));
    } catch (error) {
      if (!signal.aborted) this.#fail(failureOf(error), false);
      return;
    }
    if (signal.aborted) return;
    const rate = buffer.stems[0]?.sourceRate() || DEFAULT_RATE_HZ;
    for (const stem of buffer.stems) stem.setRate(rate);
    const length = Math.max(...buffer.stems.map((stem) => stem.length()));
    this.#buffer = buffer;
    this.#transport = new Transport(buffer, rate, length, this.#startAt);
    this.#transport.setLoop(this.#loop, this.#region);
    this.#dispatch("durationchange");
    this.#dispatch("loadedmetadata");
    this.#transport.decodeAhead();
    if (!this.#paused) await this.#connect();
  }

  /** Starts an audio context at the rate of the stems. Throws `NotAllowedError` when the browser blocks audio. */
  async #connect(): Promise<void> {
    const transport = this.#transport;
    const context = await startAudioContext(transport?.rate ?? 0);
    if (this.#paused || transport !== this.#transport) return;
    if (!context) {
      this.pause();
      throw new DOMException("The browser holds back the sound.", "NotAllowedError");
    }
    this.#releaseContext();
    this.#releaseContext = acquireContext(context, () => this.pause());
    if (transport && transport.gainGraph?.context !== context) {
      transport.gainGraph?.close();
      transport.gainGraph = createGainGraph(context, this.#gains(), this.#masterVolume());
    }
    this.#update();
  }

  /** Continues decoding and scheduling, and dispatches the events that follow from its progress. */
  #update(): void {
    const transport = this.#transport;
    if (!transport) return;
    if (this.#paused || !transport.gainGraph) {
      transport.decodeAhead();
      if (this.#paused) this.#finishWaiting();
      return;
    }
    const hasMore = transport.advance();
    if (hasMore && transport.isPlaying) this.#finishWaiting();
    else if (hasMore && !this.#waiting) {
      this.#waiting = true;
      this.#dispatch("waiting");
    }
    if (!hasMore) {
      this.#ended = true;
      this.pause();
      this.#dispatch("ended");
    }
    if (performance.now() - this.#reportedAt > REPORT_INTERVAL_MS) {
      this.#reportedAt = performance.now();
      this.#dispatch("progress");
      this.#dispatch("timeupdate");
    }
  }

  /** A seek is done, and audio plays if it should. */
  #finishWaiting(): void {
    const [wasWaiting, wasSeeking] = [this.#waiting, this.#seeking];
    this.#waiting = false;
    this.#seeking = false;
    if (wasSeeking) this.#dispatch("seeked");
    if (wasWaiting) this.#dispatch("playing");
  }

  #fail(failure: Failure, willRetry: boolean): void {
    // What is decoded goes on playing in the meantime.
    if (willRetry && this.#transport?.isPlaying) return;
    if (this.#failure) return;
    this.#failure = failure;
    this.#dispatch("error");
  }

  #applyGains(): void {
    this.#transport?.gainGraph?.setGains(this.#gains(), this.#masterVolume());
  }
  #gains(): number[] {
    return computeGains(this.#stems, this.#buffer?.stems.length ?? 0);
  }
  #masterVolume(): number {
    return this.#muted ? 0 : this.#volume;
  }
  #dispatch(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}
