import { adtsFrames } from "./adts.ts";
import { mpegFrames } from "./mpeg.ts";
import { opusFrames } from "./opus.ts";
import { wavFrames } from "./wav.ts";

/** Sound that can be cut without decoding it: a row of frames, each of the same number of samples. */
export interface Frames {
  /** Samples a second. */
  readonly rate: number;
  /** Samples in a frame. */
  readonly size: number;
  readonly count: number;
  /** Frames that must be decoded before one, and thrown away, for its sound to be exact. */
  readonly lead: number;
  /** Samples at the start and at the end that the file itself says are not music. */
  readonly skip: number;
  readonly pad: number;
  slice(from: number, to: number): readonly Uint8Array[];
  /** A file that a decoder takes, of such slices. */
  wrap(slices: readonly Uint8Array[]): Uint8Array<ArrayBuffer>;
}

const formats = [adtsFrames, mpegFrames, opusFrames, wavFrames];

/** The frames of a file; null when it is of a kind that is only decoded whole. */
export function framesOf(bytes: Uint8Array): Frames | null {
  for (const format of formats) {
    const frames = format(bytes);
    if (frames && frames.count > 0) return frames;
  }
  return null;
}

/** Frames from and up to, of a file that follows another; a negative `from` reaches back into that. */
export function cutFrames(
  frames: Frames,
  before: Frames | null,
  from: number,
  to: number,
): Uint8Array<ArrayBuffer> {
  const earlier = from < 0 && before ? before.slice(before.count + from, before.count) : [];
  return frames.wrap([...earlier, ...frames.slice(Math.max(0, from), to)]);
}
