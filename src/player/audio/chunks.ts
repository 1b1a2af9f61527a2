/** A piece of a segment, between two places in samples. */
export interface Span {
  readonly segment: number;
  readonly from: number;
  readonly to: number;
}

/** One by which it is known. */
export interface Piece extends Span {
  readonly key: string;
}

/** One that is decoded. */
export interface Heard extends Span {
  readonly sound: AudioBuffer;
}

/** Seconds of a piece: short, so that sound can begin soon and little is decoded in vain. */
const SHORT = 0.5;
/** Seconds of what is decoded at once for later: it takes half the work of as much in short pieces. */
const LONG = 2;

/**
 * The piece of a stem in which a sample lies; null beyond its end. `starts` has the sample at which each segment starts,
 * and at last the length; `rate` is samples a second. `isWhole`: each segment is one piece. A long piece is some short ones, from and up to their edges.
 */
export function spanAt(
  starts: readonly number[],
  rate: number,
  sample: number,
  isLong: boolean,
  isWhole: boolean,
): Span | null {
  const segment = starts.findLastIndex((start) => start <= sample);
  const [start = 0, end] = starts.slice(segment, segment + 2);
  if (end === undefined) return null;
  const pieces = (length: number, each: number): number =>
    Math.max(1, Math.round(length / rate / each));
  const long = isWhole ? 1 : pieces(end - start, LONG);
  const count = isLong || isWhole ? long : long * pieces((end - start) / long, SHORT);
  const edge = (index: number): number => start + Math.round(((end - start) * index) / count);
  let at = Math.min(Math.floor(((sample - start) * count) / (end - start)), count - 1);
  // The edges are rounded, and the sample may lie between an edge and what it was before.
  if (sample >= edge(at + 1)) at += 1;
  else if (sample < edge(at)) at -= 1;
  return { segment, from: edge(at), to: edge(at + 1) };
}
