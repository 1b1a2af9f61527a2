import type { Stem } from "../state/state.ts";
import { makeArray } from "../lib/make-array.ts";

/** Seconds within which a change of loudness is two thirds done: without a click, and at once to the ear. */
const GLIDE = 0.008;

/** How loud each stem is heard: what is on solo, or all; muted is silent either way. */
export function gainsOf(stems: readonly Stem[], count: number): number[] {
  const isSolo = stems.some(({ solo }) => solo);
  return makeArray(count, (index) => {
    const stem = stems[index];
    if (!stem) return 1;
    return stem.muted || (isSolo && !stem.solo) ? 0 : stem.volume;
  });
}

/** The gains of a desk, in one context. */
export interface Mixer {
  readonly context: AudioContext;
  /** Where the sound of each stem goes. */
  readonly inputs: readonly AudioNode[];
  /** 0 to 1 each. */
  set(gains: readonly number[], volume: number): void;
  close(): void;
}

export function createMixer(
  context: AudioContext,
  gains: readonly number[],
  volume: number,
): Mixer {
  const master = new GainNode(context, { gain: volume });
  master.connect(context.destination);
  const inputs = gains.map((gain) => new GainNode(context, { gain }));
  for (const input of inputs) input.connect(master);
  const glide = ({ gain }: GainNode, to: number): void => {
    gain.setTargetAtTime(to, context.currentTime, GLIDE);
  };
  return {
    context,
    inputs,
    set(next, loudness) {
      inputs.forEach((input, index) => glide(input, next[index] ?? 1));
      glide(master, loudness);
    },
    close: () => master.disconnect(),
  };
}
