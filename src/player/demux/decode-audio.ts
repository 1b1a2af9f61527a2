import { concatBytes } from "../lib/concat-bytes.ts";
import { PlaybackError } from "../net/playback-error.ts";
import type { AudioFrames } from "./audio-frames.ts";
import { extractFrames, parseFrames } from "./parse-frames.ts";

/** A file or a segment of a playlist, not yet decoded. */
export interface EncodedAudio {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The initialization segment of fragmented MP4, which goes before the bytes. */
  readonly initSegment: Uint8Array | null;
  /** Null for formats that can only be decoded as a whole. */
  readonly frames: AudioFrames | null;
}

/**
 * A copy of `length` samples of a buffer, from sample `from` on; samples outside of the buffer are silence. Playing a part
 * of a buffer with `start(when, offset, duration)` is no alternative: browsers count in seconds and may be a sample off.
 */
export function sliceBuffer(buffer: AudioBuffer, from: number, length: number): AudioBuffer {
  if (from === 0 && length === buffer.length) return buffer;
  const { sampleRate, numberOfChannels } = buffer;
  const slice = new AudioBuffer({ length, sampleRate, numberOfChannels });
  for (let channel = 0; channel < numberOfChannels; channel += 1) {
    const samples = buffer.getChannelData(channel).subarray(Math.max(0, from), from + length);
    slice.copyToChannel(samples, channel, Math.max(0, -from));
  }
  return slice;
}

/** Memory of decoded audio, in bytes: 32-bit floats. */
export const countBufferBytes = ({ length, numberOfChannels }: AudioBuffer): number =>
  4 * length * numberOfChannels;

/** Fragmented MP4 (with an initialization segment) is not parsed into frames. */
export function readEncodedAudio(
  bytes: Uint8Array<ArrayBuffer>,
  initSegment: Uint8Array | null,
): EncodedAudio {
  return { bytes, initSegment, frames: initSegment ? null : parseFrames(bytes) };
}

/** Samples per second according to the bytes; 0 when their format is not parsed here. */
export function readSampleRate({ bytes, frames }: EncodedAudio): number {
  if (frames) return frames.sampleRate;
  const isFlac = new TextDecoder().decode(bytes.subarray(0, 4)) === "fLaC";
  const [a = 0, b = 0, c = 0] = bytes.subarray(18, 21);
  return isFlac ? (a << 12) | (b << 4) | (c >> 4) : 0;
}

/**
 * Samples of a segment before its music begins. `length` is its length in samples according to the playlist. A segment that
 * repeats frames of the one before, with their number in its tag, is longer than that. Some tools write the same tag into
 * every segment of a continuous stream: there the tag is wrong, which shows because the length is that of the frames.
 */
export function findSegmentDelay(
  { count, frameSize, delay }: AudioFrames,
  length: number,
  isFirst: boolean,
): number {
  const extra = count * frameSize - length;
  if (extra <= frameSize / 2) return 0;
  if (delay > 0 && delay <= extra + 1) return delay;
  return isFirst ? extra : 0;
}

/** Samples of music in a whole file. */
export function countSamples({ count, frameSize, delay, padding }: AudioFrames): number {
  return Math.max(0, count * frameSize - delay - padding);
}

/** One per sample rate, because creating a context takes as long as decoding a chunk. */
const decoders = new Map<number, OfflineAudioContext>();

/** Decodes and resamples to `rate` samples per second. An offline context works without a user gesture. */
async function decodeBytes(bytes: Uint8Array<ArrayBuffer>, rate: number): Promise<AudioBuffer> {
  const decoder = decoders.get(rate) ?? new OfflineAudioContext(1, 1, rate);
  decoders.set(rate, decoder);
  try {
    return await decoder.decodeAudioData(bytes.buffer);
  } catch (error) {
    if (error instanceof DOMException && error.name === "EncodingError")
      throw new PlaybackError({ kind: "not-playable" });
    throw error;
  }
}

/**
 * Decodes the samples from `from` up to `to` of a segment (at its own rate, from its first sample of music; `delay` samples
 * precede that), together with as many frames before them as make their start exact. Returns `length` samples at `rate`.
 * The position is counted from the end of what was decoded, because decoders drop what they cannot decode at the start.
 * Throws `PlaybackError`.
 */
export async function decodeFrames(
  frames: AudioFrames,
  before: AudioFrames | null,
  [from, to]: readonly [number, number],
  delay: number,
  { rate, length }: { readonly rate: number; readonly length: number },
): Promise<AudioBuffer> {
  const { frameSize, count, preroll } = frames;
  const earliest = delay > 0 || !before ? 0 : -Math.min(preroll, before.count);
  const first = Math.max(Math.floor((from + delay) / frameSize) - preroll, earliest);
  const last = Math.min(Math.ceil((to + delay) / frameSize), count);
  if (last <= first) throw new PlaybackError({ kind: "not-playable" });
  const buffer = await decodeBytes(extractFrames(frames, before, first, last), rate);
  const fromEnd = Math.round(((last * frameSize - delay - from) * rate) / frames.sampleRate);
  return sliceBuffer(buffer, buffer.length - fromEnd, length);
}

/**
 * Decodes a whole segment. Returns its last `length` samples at `rate`; null returns all samples. Throws `PlaybackError`.
 */
export async function decodeWhole(
  { bytes, initSegment }: EncodedAudio,
  before: EncodedAudio | null,
  length: number | null,
  rate: number,
): Promise<AudioBuffer> {
  // In fragmented MP4 the segment before is decoded too, because its last frames overlap with the first ones of this one.
  const parts = initSegment ? [initSegment, ...(before ? [before.bytes] : []), bytes] : [bytes];
  const buffer = await decodeBytes(concatBytes(parts), rate);
  return length === null ? buffer : sliceBuffer(buffer, buffer.length - length, length);
}
