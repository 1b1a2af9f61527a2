import { sliceBuffer } from "../demux/decode-audio.ts";
import type { GainGraph } from "./gain-graph.ts";

/** Decoded audio of one stem from sample `offset` of a buffer on. */
export interface BufferSlice {
  readonly buffer: AudioBuffer;
  readonly offset: number;
}

/** One uninterrupted run of audio: sections of the track, one after the other, at exact samples of the context's clock. */
export interface BufferScheduler {
  /** Sample of the context's clock at which the next section begins. */
  readonly end: number;
  /** Adds `length` samples of the track from sample `position` on; the slice of a stem that has ended is null. */
  append(slices: readonly (BufferSlice | null)[], position: number, length: number): void;
  /** The sample of the track at a sample of the context's clock. */
  positionAt(clock: number): number;
  /** Cancels what is scheduled after a sample of the clock, so that something else can be appended there. */
  truncate(clock: number): void;
  /** Fades out at once. */
  stop(): void;
}

/** A scheduled part of the track, in samples. */
interface Section {
  readonly clock: number;
  readonly position: number;
  readonly length: number;
  readonly nodes: readonly AudioBufferSourceNode[];
}

/** Seconds of a fade where audio starts or stops in the middle of a wave. */
const FADE_SECONDS = 0.004;

/** Starts at sample `clock` of the context's clock; `rate` is samples per second. */
export function createBufferScheduler(
  { context, inputs }: GainGraph,
  clock: number,
  rate: number,
): BufferScheduler {
  const fades = inputs.map((input) => {
    const fade = new GainNode(context, { gain: 0 });
    fade.gain.setValueAtTime(0, clock / rate);
    fade.gain.linearRampToValueAtTime(1, clock / rate + FADE_SECONDS);
    fade.connect(input);
    return fade;
  });
  let sections: Section[] = [];
  let end = clock;

  const dropPlayed = (): void => {
    const now = context.currentTime * rate;
    // The last one that was played stays: a clock that was read just before its end still falls into it.
    const current = sections.findLastIndex(({ clock: start }) => start <= now);
    if (current > 1) sections = sections.slice(current - 1);
  };

  return {
    get end() {
      return end;
    },
    append(slices, position, length) {
      const nodes = slices.flatMap((slice, index) => {
        const fade = fades[index];
        if (!slice || !fade) return [];
        const buffer = sliceBuffer(slice.buffer, slice.offset, length);
        const node = new AudioBufferSourceNode(context, { buffer });
        node.connect(fade);
        node.start(end / rate);
        return [node];
      });
      dropPlayed();
      sections.push({ clock: end, position, length, nodes });
      end += length;
    },
    positionAt(now) {
      const section = sections.findLast(({ clock: start }) => start <= now) ?? sections[0];
      if (!section) return 0;
      return section.position + Math.min(Math.max(now - section.clock, 0), section.length);
    },
    truncate(at) {
      for (const { clock: start, nodes } of sections)
        for (const node of nodes) node.stop(Math.max(start, at) / rate);
      sections = sections.filter(({ clock: start }) => start < at);
      end = Math.min(end, at);
    },
    stop() {
      const now = context.currentTime;
      for (const { gain } of fades) {
        gain.cancelScheduledValues(now);
        gain.setValueAtTime(gain.value, now);
        gain.linearRampToValueAtTime(0, now + FADE_SECONDS);
      }
      for (const { nodes } of sections) for (const node of nodes) node.stop(now + 2 * FADE_SECONDS);
      setTimeout(() => fades.forEach((fade) => fade.disconnect()), 1000 * FADE_SECONDS + 200);
    },
  };
}
