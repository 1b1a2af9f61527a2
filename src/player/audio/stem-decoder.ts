import {
  countBufferBytes,
  countSamples,
  decodeFrames,
  decodeWhole,
  findSegmentDelay,
  readEncodedAudio,
  readSampleRate,
  sliceBuffer,
} from "../demux/decode-audio.ts";
import type { EncodedAudio } from "../demux/decode-audio.ts";
import type { Ranges } from "../lib/time-ranges.ts";
import { fetchBytes } from "../net/fetch-bytes.ts";
import { PlaybackError } from "../net/playback-error.ts";
import { findSegment, parseMediaPlaylist } from "./hls-playlist.ts";
import type { Segment } from "./hls-playlist.ts";
import { takePrefetched } from "./prefetch-playlists.ts";
import { findChunk } from "./segment-chunks.ts";
import type { Chunk, DecodedChunk } from "./segment-chunks.ts";
import type { StemCaches } from "./stem-caches.ts";

/** Fetches and decodes one stem, chunk by chunk. Samples are counted at the rate of the mixer. */
export interface StemDecoder {
  /** Fetches the playlist and the segment at a position in seconds. Throws `PlaybackError`. */
  open(seconds: number, signal: AbortSignal): Promise<void>;
  /** Samples per second of the source; 0 when its bytes do not say. Known once it is open. */
  sourceRate(): number;
  /** Sets the rate of the mixer, in samples per second. */
  setRate(rate: number): void;
  /** Samples of the stem. Known once the rate is set. */
  length(): number;
  /** The chunk to decode for a sample, null beyond the end; a long one only where a long one begins. */
  chunkAt(sample: number, isLong: boolean): Chunk | null;
  /** The chunk in which a sample lies, if it is decoded. */
  decodedAt(sample: number): DecodedChunk | null;
  /** Caches the short chunk in which a sample lies, if it is decoded, for longer: see `StemCaches.seekTargets`. */
  retain(sample: number): void;
  /** Fetches the segment if needed and decodes a chunk of it into the cache. Throws `PlaybackError`. */
  decode(chunk: Chunk, signal: AbortSignal): Promise<void>;
  /** The segments that are fetched, in samples. */
  fetchedRanges(): Ranges;
  /** Sets a new URL for the same audio. */
  setUrl(url: string): void;
}

/** `name` is the group of this stem's keys in the caches; it contains no slash. */
export function createStemDecoder(firstUrl: string, name: string, caches: StemCaches): StemDecoder {
  let url = firstUrl;
  let prefetched = takePrefetched(url);
  let segments = prefetched?.segments ?? null;
  /** The first sample of each segment and, at last, the length. */
  let starts: number[] = [];
  let sourceRate = 0;
  /** Samples per second of the mixer. */
  let rate = 0;
  /** Length in seconds when the URL is that of a file; null for a playlist. */
  let fileSeconds: number | null = null;
  /** The format can only be decoded by whole segments. */
  let isWhole = false;
  /** A whole file that had to be decoded to know its length. */
  let measured: AudioBuffer | null = null;

  const keyOf = (index: number): string => `${name}/${index}/`;

  async function getSegment(index: number, signal: AbortSignal): Promise<EncodedAudio> {
    const cached = caches.encoded.get(keyOf(index));
    if (cached) return cached;
    const usedUrl = url;
    try {
      return await fetchSegment(index, signal);
    } catch (error) {
      // Tries again when the URL was replaced in the meantime.
      if (usedUrl === url || !(error instanceof PlaybackError)) throw error;
      return getSegment(index, signal);
    }
  }

  async function fetchSegment(index: number, signal: AbortSignal): Promise<EncodedAudio> {
    const list = segments ?? (await loadSegments(signal));
    const segment = list[index];
    if (!segment) throw new RangeError(`There is no segment ${index}.`);
    const { initSegment } = segment;
    const [bytes, initBytes] = await Promise.all([
      fetchBytes(segment.url, signal, segment.range),
      initSegment && fetchBytes(initSegment.url, signal, initSegment.range),
    ]);
    return cacheSegment(index, bytes, initBytes);
  }

  function cacheSegment(
    index: number,
    bytes: Uint8Array<ArrayBuffer>,
    initBytes: Uint8Array | null,
  ): EncodedAudio {
    const encoded = readEncodedAudio(bytes, initBytes);
    isWhole = encoded.frames === null;
    caches.encoded.set(keyOf(index), encoded, bytes.length);
    return encoded;
  }

  async function loadSegments(signal: AbortSignal): Promise<readonly Segment[]> {
    await prefetched?.finished;
    segments = prefetched?.segments ?? null;
    prefetched = undefined;
    if (segments) return segments;
    const bytes = await fetchBytes(url, signal);
    const list = parseMediaPlaylist(bytes, url);
    segments = list ?? [{ url, range: null, seconds: null, initSegment: null }];
    if (!list) cacheSegment(0, bytes, null);
    return segments;
  }

  function chunkAt(sample: number, isLong: boolean): Chunk | null {
    const range = findChunk(starts, rate, sample, isLong, isWhole);
    return range && { ...range, key: `${keyOf(range.segment)}${range.from}-${range.to}` };
  }

  function decodedAt(sample: number): DecodedChunk | null {
    for (const isLong of [false, true]) {
      const chunk = chunkAt(sample, isLong);
      const key = chunk?.key ?? "";
      const buffer = caches.seekTargets.get(key) ?? caches.decoded.get(key);
      if (chunk && buffer) return { ...chunk, buffer };
    }
    return null;
  }

  return {
    async open(seconds, signal) {
      const list = segments ?? (await loadSegments(signal));
      const encoded = await getSegment(findSegment(list, seconds), signal);
      sourceRate ||= readSampleRate(encoded);
      if (list[0]?.seconds !== null || fileSeconds !== null) return;
      // The length of a whole file is known from its frames, or only after decoding it.
      sourceRate ||= 44_100;
      const { frames } = encoded;
      if (!frames) measured = await decodeWhole(encoded, null, null, sourceRate);
      fileSeconds = frames ? countSamples(frames) / sourceRate : (measured?.duration ?? 0);
    },
    sourceRate: () => sourceRate,
    setRate(next) {
      if (rate === next) return;
      rate = next;
      sourceRate ||= next;
      let sum = 0;
      // Added up in whole samples of the source, so that rounding errors do not accumulate.
      const ends = (segments ?? []).map(({ seconds }) => {
        sum += Math.round((seconds ?? fileSeconds ?? 0) * sourceRate);
        return Math.round((sum * rate) / sourceRate);
      });
      starts = [0, ...ends];
    },
    length: () => starts.at(-1) ?? 0,
    chunkAt(sample, isLong) {
      const long = isLong ? chunkAt(sample, true) : null;
      return long?.from === sample ? long : chunkAt(sample, false);
    },
    decodedAt,
    retain(sample) {
      const [chunk, decoded] = [chunkAt(sample, false), decodedAt(sample)];
      if (!chunk || !decoded || caches.seekTargets.has(chunk.key)) return;
      const { from, to } = chunk;
      const isSame = decoded.from === from && decoded.to === to;
      const buffer = isSame
        ? decoded.buffer
        : sliceBuffer(decoded.buffer, from - decoded.from, to - from);
      caches.seekTargets.set(chunk.key, buffer, countBufferBytes(buffer));
    },
    async decode({ segment, from, to }, signal) {
      const encoded = await getSegment(segment, signal);
      const [start = 0, end = 0] = starts.slice(segment, segment + 2);
      const { frames, initSegment } = encoded;
      const isPlaylist = fileSeconds === null;
      const length = isPlaylist ? Math.round(((end - start) * sourceRate) / rate) : 0;
      const delay = !frames
        ? 0
        : isPlaylist
          ? findSegmentDelay(frames, length, segment === 0)
          : frames.delay;
      // The frames before the chunk may lie in the segment before.
      const needsLast =
        segment > 0 &&
        (frames
          ? delay === 0 && (from - start) * sourceRate < frames.preroll * frames.frameSize * rate
          : initSegment !== null);
      const before = needsLast ? await getSegment(segment - 1, signal) : null;
      const toSource = (sample: number): number =>
        Math.round(((sample - start) * sourceRate) / rate);
      const buffer = frames
        ? await decodeFrames(
            frames,
            before?.frames ?? null,
            [toSource(from), toSource(to)],
            delay,
            { rate, length: to - from },
          )
        : measured?.sampleRate === rate
          ? measured
          : await decodeWhole(encoded, before, isPlaylist ? end - start : null, rate);
      signal.throwIfAborted();
      measured = null;
      // A format that can only be decoded whole gives one chunk per segment, even if a shorter one was requested.
      const [first, last] = frames ? [from, to] : [start, end];
      caches.decoded.set(`${keyOf(segment)}${first}-${last}`, buffer, countBufferBytes(buffer));
    },
    fetchedRanges: () =>
      starts
        .slice(0, -1)
        .flatMap((start, index) =>
          caches.encoded.has(keyOf(index)) ? [[start, starts[index + 1] ?? start] as const] : [],
        ),
    setUrl(next) {
      url = next;
      segments = null;
      prefetched = undefined;
    },
  };
}
