import type { Region, Stem as Setting } from "../state/state.ts";
import { gainsOf } from "./gain-graph.ts";

/** What can be turned on a desk while it plays, and before. */
export abstract class Knobs extends EventTarget {
  /** Stems have one speed: another would need their pitch kept. */
  playbackRate = 1;
  #loop = false;
  #volume = 1;
  #muted = false;
  #settings: readonly Setting[] = [];
  #region: Region | null = null;

  /** How loud it is has changed. */
  protected abstract adjust(): void;
  /** What comes after what has changed. */
  protected abstract turn(): void;

  get loop(): boolean {
    return this.#loop;
  }
  set loop(on: boolean) {
    this.#loop = on;
    this.turn();
    this.tell("timeupdate");
  }
  get volume(): number {
    return this.#volume;
  }
  set volume(to: number) {
    this.#volume = to;
    this.adjust();
    this.tell("volumechange");
  }
  get muted(): boolean {
    return this.#muted;
  }
  set muted(on: boolean) {
    this.#muted = on;
    this.adjust();
    this.tell("volumechange");
  }
  mix(stems: readonly Setting[]): void {
    this.#settings = stems;
    this.adjust();
  }
  repeat(region: Region | null): void {
    this.#region = region;
    this.turn();
  }

  protected way(): { readonly loop: boolean; readonly region: Region | null } {
    return { loop: this.#loop, region: this.#region };
  }
  protected gains(count: number): number[] {
    return gainsOf(this.#settings, count);
  }
  protected loudness(): number {
    return this.#muted ? 0 : this.#volume;
  }
  protected tell(type: string): void {
    this.dispatchEvent(new Event(type));
  }
}
