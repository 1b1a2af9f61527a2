import type { Region } from "../state/state.ts";
import { createBufferScheduler } from "./buffer-scheduler.ts";
import type { BufferScheduler } from "./buffer-scheduler.ts";
import type { GainGraph } from "./gain-graph.ts";
import { findNextJump } from "./loop-region.ts";
import type { NextJump } from "./loop-region.ts";
import type { StemBuffer } from "./stem-buffer.ts";

/** Seconds that are decoded ahead while paused. */
const AHEAD_PAUSED_SECONDS = 1;
/** Seconds that are decoded ahead when playback starts. It grows while playing, because a listener who seeks may seek again. */
const AHEAD_AT_START_SECONDS = 2;
/** Seconds that are decoded ahead at most. */
const MAX_AHEAD_SECONDS = 8;
/** Seconds that are scheduled on the context's clock ahead. */
const SCHEDULE_AHEAD_SECONDS = 3;
/** Seconds of playback after which long chunks are decoded: another seek is unlikely then. */
const LONG_CHUNKS_AFTER_SECONDS = 2;
/** Seconds after the start of playback that are cached for longer. */
const RETAIN_SECONDS = 0.25;
/** Seconds from now at which playback starts; doubled, up to the maximum, when scheduling took longer than that. */
const START_DELAY_SECONDS = 0.004;
const MAX_START_DELAY_SECONDS = 0.25;
/** Seconds from now at which a change of loop or region takes effect; what plays until then is not interrupted. */
const CHANGE_DELAY_SECONDS = 0.03;

/** The position in a track, and the scheduling of its audio on the clock of an audio context. */
export class Transport {
  /** Samples per second. */
  readonly rate: number;
  /** Samples. */
  readonly length: number;
  /** Null until audio may be played. */
  gainGraph: GainGraph | null = null;
  readonly #buffer: StemBuffer;
  #loop = false;
  /** Seconds. */
  #region: Region | null = null;
  /** Position in seconds while nothing is scheduled. */
  #pausedAt: number;
  #scheduler: BufferScheduler | null = null;
  /** Sample of the context's clock. */
  #startedAt = 0;
  /** Sample of the track that is scheduled next; null when everything up to the end is scheduled. */
  #next: number | null = 0;
  /** Seconds. */
  #startDelay = START_DELAY_SECONDS;

  /** `rate` in samples per second, `length` in samples, `position` in seconds. */
  constructor(buffer: StemBuffer, rate: number, length: number, position: number) {
    this.#buffer = buffer;
    this.rate = rate;
    this.length = length;
    this.#pausedAt = Math.min(position, length / rate);
  }

  get isPlaying(): boolean {
    return this.#scheduler !== null;
  }

  /** Seconds. */
  get position(): number {
    return this.#scheduler ? this.#scheduler.positionAt(this.#clock()) / this.rate : this.#pausedAt;
  }
  set position(to: number) {
    this.stop();
    this.#pausedAt = to;
  }

  /** Stops playback at the current position. */
  stop(): void {
    this.#pausedAt = this.position;
    this.#scheduler?.stop();
    this.#scheduler = null;
  }

  /** Sets what is repeated; `region` in seconds. Audio that is scheduled later than the next moment is replaced. */
  setLoop(loop: boolean, region: Region | null): void {
    this.#loop = loop;
    this.#region = region;
    if (!this.#scheduler) return;
    const clock = Math.ceil(this.#clock() + CHANGE_DELAY_SECONDS * this.rate);
    if (clock >= this.#scheduler.end) return;
    this.#next = Math.round(this.#scheduler.positionAt(clock));
    this.#scheduler.truncate(clock);
    this.#schedule(this.#scheduler);
  }

  /** Starts decoding what will be needed after what is scheduled. */
  decodeAhead(): void {
    const findJump = (position: number): NextJump => this.#findJump(position);
    const scheduler = this.#scheduler;
    if (!scheduler)
      return this.#buffer.decodeAhead(
        this.#sample(),
        AHEAD_PAUSED_SECONDS * this.rate,
        findJump,
        false,
      );
    const played = (this.#clock() - this.#startedAt) / this.rate;
    const until =
      this.#clock() + Math.min(AHEAD_AT_START_SECONDS + 2 * played, MAX_AHEAD_SECONDS) * this.rate;
    if (this.#next !== null) {
      const isLong = played > LONG_CHUNKS_AFTER_SECONDS;
      this.#buffer.decodeAhead(this.#next, until - scheduler.end, findJump, isLong);
    }
  }

  /** Schedules what is decoded, from the current position on; false when playback has reached the end. */
  advance(): boolean {
    if (!this.gainGraph) return true;
    if (this.#scheduler && this.#clock() >= this.#scheduler.end) {
      this.#scheduler = null;
      this.#pausedAt = (this.#next ?? this.length) / this.rate;
      if (this.#next === null) return false;
    }
    if (this.#scheduler) this.#schedule(this.#scheduler);
    else this.#start(this.gainGraph);
    this.decodeAhead();
    return true;
  }

  #start(gainGraph: GainGraph): void {
    const from = this.#sample();
    if (!this.#buffer.sliceAt(from, 1)) return;
    for (; this.#startDelay < MAX_START_DELAY_SECONDS; this.#startDelay *= 2) {
      const clock = Math.ceil(this.#clock() + this.#startDelay * this.rate);
      const scheduler = createBufferScheduler(gainGraph, clock, this.rate);
      this.#next = from;
      this.#startedAt = clock;
      this.#schedule(scheduler);
      this.#scheduler = scheduler;
      // Sources that are started too late start at once, each at another time: the stems would not be in sync.
      if (this.#clock() < clock) return;
      scheduler.stop();
      this.#scheduler = null;
    }
    this.#startDelay = START_DELAY_SECONDS;
  }

  #schedule(scheduler: BufferScheduler): void {
    const until = this.#clock() + SCHEDULE_AHEAD_SECONDS * this.rate;
    while (this.#next !== null && scheduler.end < until) {
      const { distance, target } = this.#findJump(this.#next);
      if (distance <= 0) {
        this.#next = target;
        continue;
      }
      const found = this.#buffer.sliceAt(this.#next, distance);
      if (!found) return;
      if (scheduler.end - this.#startedAt < RETAIN_SECONDS * this.rate)
        this.#buffer.retain(this.#next);
      scheduler.append(found.slices, this.#next, found.length);
      this.#next = found.length < distance ? this.#next + found.length : target;
    }
  }

  /** The current position as a sample of the track. */
  #sample(): number {
    return Math.min(Math.round(this.position * this.rate), this.length);
  }
  /** Now, as a sample of the context's clock. */
  #clock(): number {
    return (this.gainGraph?.context.currentTime ?? 0) * this.rate;
  }
  #findJump(position: number): NextJump {
    const region = this.#region && {
      from: Math.round(this.#region.from * this.rate),
      to: Math.min(Math.round(this.#region.to * this.rate), this.length),
    };
    return findNextJump(position, this.length, this.#loop, region);
  }
}
