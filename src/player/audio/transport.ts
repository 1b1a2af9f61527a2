import type { Region } from "../state/state.ts";
import type { Mixer } from "./gain-graph.ts";
import { createRun } from "./schedule.ts";
import type { Run } from "./schedule.ts";
import { wayFrom } from "./stem-buffer.ts";
import type { Supply, Way } from "./stem-buffer.ts";

/**
 * Seconds: decoded ahead while it does not play, when it begins to, and at most; and put on the context's clock ahead. It
 * grows as it plays, for who has just gone somewhere may go on somewhere else.
 */
const READY = 1;
const BEGUN = 2;
const DECODED = 8;
const SCHEDULED = 3;
/** Seconds of playing after which who listens has settled. */
const STEADY = 2;
/** Seconds that are kept of where somebody went. */
const ENTRY = 0.25;
/** Seconds from now in which a run starts, at first; doubled when the clock turns out to be past it. */
const LEAD = 0.004;
const LONGEST_LEAD = 0.25;
/** Seconds from now at which a change of the way ahead takes effect; what sounds until then goes on unbroken. */
const TURN = 0.03;

/** Moves along a track and puts its sound on the clock of an audio context. */
export class Transport {
  /** Samples a second, and in the track; 0 until they are known. */
  rate = 0;
  length = 0;
  loop = false;
  region: Region | null = null;
  /** Null until it may sound. */
  mixer: Mixer | null = null;
  readonly #supply: Supply;
  /** Seconds: where it is while nothing runs. */
  #at: number;
  #run: Run | null = null;
  /** Sample of the context's clock. */
  #begunAt = 0;
  /** Sample of the track that is scheduled next; null when all of it is. */
  #next: number | null = 0;
  #lead = LEAD;

  constructor(supply: Supply, at: number) {
    this.#supply = supply;
    this.#at = at;
  }

  get runs(): boolean {
    return this.#run !== null;
  }

  /** Seconds. */
  get place(): number {
    return this.#run ? this.#run.placeAt(this.#clock()) / this.rate : this.#at;
  }
  set place(to: number) {
    this.halt();
    this.#at = to;
  }

  /** Stops sounding, and stays where it is. */
  halt(): void {
    this.#at = this.place;
    this.#run?.stop();
    this.#run = null;
  }

  /** Has what will be needed decoded; what is on the clock already is not. */
  prepare(): void {
    if (this.rate === 0) return;
    const way = (place: number): Way => this.#way(place);
    if (!this.#run) return this.#supply.want(this.#sample(), READY * this.rate, way, false);
    const played = (this.#clock() - this.#begunAt) / this.rate;
    const until = this.#clock() + Math.min(BEGUN + 2 * played, DECODED) * this.rate;
    if (this.#next !== null)
      this.#supply.want(this.#next, until - this.#run.end, way, played > STEADY);
  }

  /** Schedules what is here, from where it is; false when the end has been heard. */
  advance(): boolean {
    if (!this.mixer || this.rate === 0) return true;
    if (this.#run && this.#clock() >= this.#run.end) {
      this.#run = null;
      this.#at = (this.#next ?? this.length) / this.rate;
      if (this.#next === null) return false;
    }
    if (this.#run) this.#schedule(this.#run);
    else this.#start(this.mixer);
    this.prepare();
    return true;
  }

  /** The way ahead has changed: what was scheduled beyond the next moment is taken back. */
  turn(): void {
    if (!this.#run) return;
    const clock = Math.ceil(this.#clock() + TURN * this.rate);
    if (clock >= this.#run.end) return;
    this.#next = Math.round(this.#run.placeAt(clock));
    this.#run.cutOff(clock);
    this.#schedule(this.#run);
  }

  #start(mixer: Mixer): void {
    const from = this.#sample();
    if (!this.#supply.cutAt(from, 1)) return;
    for (; this.#lead < LONGEST_LEAD; this.#lead *= 2) {
      const clock = Math.ceil(this.#clock() + this.#lead * this.rate);
      const run = createRun(mixer, clock, this.rate);
      this.#next = from;
      this.#begunAt = clock;
      this.#schedule(run);
      this.#run = run;
      // Sources started too late would each start when they can, and no longer together.
      if (this.#clock() < clock) return;
      run.stop();
      this.#run = null;
    }
    this.#lead = LEAD;
  }

  #schedule(run: Run): void {
    const until = this.#clock() + SCHEDULED * this.rate;
    while (this.#next !== null && run.end < until) {
      const { straight, next } = this.#way(this.#next);
      if (straight <= 0) {
        this.#next = next;
        continue;
      }
      const found = this.#supply.cutAt(this.#next, straight);
      if (!found) return;
      if (run.end - this.#begunAt < ENTRY * this.rate) this.#supply.keep(this.#next);
      run.add(found.cuts, this.#next, found.length);
      this.#next = found.length < straight ? this.#next + found.length : next;
    }
  }

  #sample(): number {
    return Math.min(Math.round(this.place * this.rate), this.length);
  }
  #clock(): number {
    return (this.mixer?.context.currentTime ?? 0) * this.rate;
  }
  #way(place: number): Way {
    const region = this.region && {
      from: Math.round(this.region.from * this.rate),
      to: Math.min(Math.round(this.region.to * this.rate), this.length),
    };
    return wayFrom(place, this.length, this.loop, region);
  }
}
