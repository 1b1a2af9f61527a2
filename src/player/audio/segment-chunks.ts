/** A part of a segment, between two samples of the stem. */
export interface ChunkRange {
  readonly segment: number;
  readonly from: number;
  readonly to: number;
}

/** A part of a segment that is decoded at once, with its key in the cache. */
export interface Chunk extends ChunkRange {
  readonly key: string;
}

/** A chunk that is decoded. */
export interface DecodedChunk extends ChunkRange {
  readonly buffer: AudioBuffer;
}

/** Seconds of a chunk: short, so that playback can begin soon and little is decoded in vain. */
const SHORT_SECONDS = 0.5;
/** Seconds of a chunk that is not needed soon: decoding it takes half the work of the same length in short chunks. */
const LONG_SECONDS = 2;

/**
 * The chunk in which a sample of a stem lies; null beyond its end. `starts` holds the first sample of each segment and, at
 * last, the length; `rate` is samples per second. With `isWhole` each segment is one chunk. The edges of long chunks are
 * edges of short ones.
 */
export function findChunk(
  starts: readonly number[],
  rate: number,
  sample: number,
  isLong: boolean,
  isWhole: boolean,
): ChunkRange | null {
  const segment = starts.findLastIndex((start) => start <= sample);
  const [start = 0, end] = starts.slice(segment, segment + 2);
  if (end === undefined) return null;
  const countChunks = (length: number, seconds: number): number =>
    Math.max(1, Math.round(length / rate / seconds));
  const long = isWhole ? 1 : countChunks(end - start, LONG_SECONDS);
  const count = isLong || isWhole ? long : long * countChunks((end - start) / long, SHORT_SECONDS);
  const edge = (index: number): number => start + Math.round(((end - start) * index) / count);
  let at = Math.min(Math.floor(((sample - start) * count) / (end - start)), count - 1);
  // The edges are rounded, so the sample may lie on the other side of one.
  if (sample >= edge(at + 1)) at += 1;
  else if (sample < edge(at)) at -= 1;
  return { segment, from: edge(at), to: edge(at + 1) };
}
