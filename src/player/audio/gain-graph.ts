import { makeArray } from "../lib/make-array.ts";
import type { Stem } from "../state/state.ts";

/** Time constant in seconds of a change of gain: after it, two thirds are done. Short enough to seem immediate, without a click. */
const TIME_CONSTANT_SECONDS = 0.008;

/** The gain of each stem, 0 to 1: when any stem is on solo only those are heard; a muted one is never heard. */
export function computeGains(stems: readonly Stem[], count: number): number[] {
  const isSolo = stems.some(({ solo }) => solo);
  return makeArray(count, (index) => {
    const stem = stems[index];
    if (!stem) return 1;
    return stem.muted || (isSolo && !stem.solo) ? 0 : stem.volume;
  });
}

/** The gain nodes of the mixer in one context: one per stem, and a master gain. */
export interface GainGraph {
  readonly context: AudioContext;
  /** What the sources of each stem connect to. */
  readonly inputs: readonly AudioNode[];
  /** 0 to 1 each. */
  setGains(gains: readonly number[], volume: number): void;
  close(): void;
}

/** `gains` by stem and the master `volume`, 0 to 1. */
export function createGainGraph(
  context: AudioContext,
  gains: readonly number[],
  volume: number,
): GainGraph {
  const master = new GainNode(context, { gain: volume });
  master.connect(context.destination);
  const inputs = gains.map((gain) => new GainNode(context, { gain }));
  for (const input of inputs) input.connect(master);
  const setGain = ({ gain }: GainNode, to: number): void => {
    gain.setTargetAtTime(to, context.currentTime, TIME_CONSTANT_SECONDS);
  };
  return {
    context,
    inputs,
    setGains(next, masterVolume) {
      inputs.forEach((input, index) => setGain(input, next[index] ?? 1));
      setGain(master, masterVolume);
    },
    close: () => master.disconnect(),
  };
}
