import type { Mixer } from "./gain-graph.ts";
import { cutBuffer } from "../demux/decode.ts";

/** Sound of one stem for a span; `offset` in samples from the start of the buffer. */
export interface Cut {
  readonly sound: AudioBuffer;
  readonly offset: number;
}

/** One unbroken run of sound: spans of the track, one after the other, at exact samples of the context's clock. */
export interface Run {
  /** Sample of the context's clock at which the next span begins. */
  readonly end: number;
  /** Adds a span of the track that begins at sample `place`; null for a stem that has ended. */
  add(cuts: readonly (Cut | null)[], place: number, length: number): void;
  /** The place in the track at a sample of the context's clock. */
  placeAt(clock: number): number;
  /** Takes back what begins after a sample of the clock, so that something else can follow there. */
  cutOff(clock: number): void;
  /** Fades out at once. */
  stop(): void;
}

interface Span {
  readonly clock: number;
  readonly place: number;
  readonly length: number;
  readonly nodes: readonly AudioBufferSourceNode[];
}

/** Seconds of fading where sound starts or stops in mid-wave. */
const FADE = 0.004;

/** Starts a run at a sample of the clock of the mixer's context; `rate` is samples a second. */
export function createRun({ context, inputs }: Mixer, clock: number, rate: number): Run {
  const edges = inputs.map((input) => {
    const edge = new GainNode(context, { gain: 0 });
    edge.gain.setValueAtTime(0, clock / rate);
    edge.gain.linearRampToValueAtTime(1, clock / rate + FADE);
    edge.connect(input);
    return edge;
  });
  let spans: Span[] = [];
  let end = clock;

  const forget = (): void => {
    const now = context.currentTime * rate;
    // One span that is over stays: a clock read just before its end still falls into it.
    const current = spans.findLastIndex(({ clock: start }) => start <= now);
    if (current > 1) spans = spans.slice(current - 1);
  };

  return {
    get end() {
      return end;
    },
    add(cuts, place, length) {
      const nodes = cuts.flatMap((cut, index) => {
        const edge = edges[index];
        if (!cut || !edge) return [];
        const buffer = cutBuffer(cut.sound, cut.offset, length);
        const node = new AudioBufferSourceNode(context, { buffer });
        node.connect(edge);
        node.start(end / rate);
        return [node];
      });
      forget();
      spans.push({ clock: end, place, length, nodes });
      end += length;
    },
    placeAt(now) {
      const span = spans.findLast(({ clock: start }) => start <= now) ?? spans[0];
      if (!span) return 0;
      return span.place + Math.min(Math.max(now - span.clock, 0), span.length);
    },
    cutOff(at) {
      for (const { clock: start, nodes } of spans)
        for (const node of nodes) node.stop(Math.max(start, at) / rate);
      spans = spans.filter(({ clock: start }) => start < at);
      end = Math.min(end, at);
    },
    stop() {
      const now = context.currentTime;
      for (const { gain } of edges) {
        gain.cancelScheduledValues(now);
        gain.setValueAtTime(gain.value, now);
        gain.linearRampToValueAtTime(0, now + FADE);
      }
      for (const { nodes } of spans) for (const node of nodes) node.stop(now + 2 * FADE);
      setTimeout(() => edges.forEach((edge) => edge.disconnect()), 1000 * FADE + 200);
    },
  };
}
