import { PlaybackError } from "../net/playback-error.ts";
import { concatBytes } from "../lib/concat-bytes.ts";
import { cutFrames, framesOf } from "./frames.ts";
import type { Frames } from "./frames.ts";

/** The bytes of a segment, and what can be seen in them. */
export interface Fetched {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes that go before, for fragmented MP4. */
  readonly map: Uint8Array | null;
  /** Null for kinds that are only decoded whole. */
  readonly frames: Frames | null;
}

/**
 * The samples from `from` on, `length` of them: in a buffer of its own, for a browser that is told to play a part of one
 * counts in seconds and may be a sample off at the end. What lies outside of the buffer is silence.
 */
export function cutBuffer(buffer: AudioBuffer, from: number, length: number): AudioBuffer {
  if (from === 0 && length === buffer.length) return buffer;
  const { sampleRate, numberOfChannels } = buffer;
  const cut = new AudioBuffer({ length, sampleRate, numberOfChannels });
  for (let channel = 0; channel < numberOfChannels; channel += 1) {
    const samples = buffer.getChannelData(channel).subarray(Math.max(0, from), from + length);
    cut.copyToChannel(samples, channel, Math.max(0, -from));
  }
  return cut;
}

/** How many bytes decoded sound takes. */
export const bytesOf = ({ length, numberOfChannels }: AudioBuffer): number =>
  4 * length * numberOfChannels;

export function readFetched(bytes: Uint8Array<ArrayBuffer>, map: Uint8Array | null): Fetched {
  return { bytes, map, frames: map ? null : framesOf(bytes) };
}

/** Samples a second, out of the bytes; 0 when they do not say. */
export function rateOf({ bytes, frames }: Fetched): number {
  if (frames) return frames.rate;
  const isFlac = new TextDecoder().decode(bytes.subarray(0, 4)) === "fLaC";
  const [a = 0, b = 0, c = 0] = bytes.subarray(18, 21);
  return isFlac ? (a << 12) | (b << 4) | (c >> 4) : 0;
}

/**
 * Samples between the first decoded one and the first that belongs to the segment, which the playlist says is `length`
 * samples long. A segment that carries frames of the last one, and says so in a tag, is longer than that; a tag that a
 * tool wrote into each segment of a continuous stream is not true, and there the length is that of the frames.
 */
export function skipOf({ count, size, skip }: Frames, length: number, isFirst: boolean): number {
  const extra = count * size - length;
  if (extra <= size / 2) return 0;
  if (skip > 0 && skip <= extra + 1) return skip;
  return isFirst ? extra : 0;
}

/** Samples in a whole file. */
export function lengthOf({ count, size, skip, pad }: Frames): number {
  return Math.max(0, count * size - skip - pad);
}

/** By rate; to make one for each piece would take as long as decoding it. */
const decoders = new Map<number, OfflineAudioContext>();

/** Decodes to `rate` samples a second. It needs no context that sounds, and works before one may. */
async function decodeAt(bytes: Uint8Array<ArrayBuffer>, rate: number): Promise<AudioBuffer> {
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
 * Decodes samples from and up to (of the segment's own rate, from its first one) with as much before them as makes their
 * start exact: `length` samples at `rate`. The place is counted from the end, for decoders drop what they cannot decode at the start.
 */
export async function decodeFrames(
  frames: Frames,
  before: Frames | null,
  [from, to]: readonly [number, number],
  skip: number,
  { rate, length }: { readonly rate: number; readonly length: number },
): Promise<AudioBuffer> {
  const { size, count, lead } = frames;
  const earliest = skip > 0 || !before ? 0 : -Math.min(lead, before.count);
  const first = Math.max(Math.floor((from + skip) / size) - lead, earliest);
  const last = Math.min(Math.ceil((to + skip) / size), count);
  if (last <= first) throw new PlaybackError({ kind: "not-playable" });
  const buffer = await decodeAt(cutFrames(frames, before, first, last), rate);
  const behind = Math.round(((last * size - skip - from) * rate) / frames.rate);
  return cutBuffer(buffer, buffer.length - behind, length);
}

/** Decodes a whole segment, of `length` samples at `rate`; null: as long as it turns out. */
export async function decodeWhole(
  { bytes, map }: Fetched,
  before: Fetched | null,
  length: number | null,
  rate: number,
): Promise<AudioBuffer> {
  // In fragmented MP4 the last segment goes before: its frames lead into this one's.
  const whole = map ? [map, ...(before ? [before.bytes] : []), bytes] : [bytes];
  const buffer = await decodeAt(concatBytes(whole), rate);
  return length === null ? buffer : cutBuffer(buffer, buffer.length - length, length);
}
