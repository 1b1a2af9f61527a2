import { Failed } from "./failed.ts";
import { fetchBytes } from "./fetch-bytes.ts";
import type { Keep } from "./keep.ts";
import { isMediaList, readMediaList } from "./media-list.ts";
import type { Segment } from "./media-list.ts";
import {
  bytesOf,
  decodeFrames,
  decodeWhole,
  lengthOf,
  rateOf,
  readFetched,
  skipOf,
} from "./segment-sound.ts";
import type { Fetched } from "./segment-sound.ts";

/** A piece of a stem, between two places in samples. */
export interface Piece {
  readonly key: string;
  readonly segment: number;
  readonly from: number;
  readonly to: number;
}

/** What all stems of a desk share. */
export interface Shelves {
  readonly bytes: Keep<Fetched>;
  readonly sound: Keep<AudioBuffer>;
  /** What sounds first where somebody went: kept longer, for it may be gone to again. */
  readonly entries: Keep<AudioBuffer>;
}

/** One part of the mix: where its sound is, fetched and decoded as it is wanted. Samples are of the desk's rate. */
export interface Stem {
  /** Reads the playlist, and the bytes that sound at a place (seconds). */
  read(at: number, signal: AbortSignal): Promise<void>;
  /** The rate it was made at, in samples a second; 0 when its bytes do not say. Known once it is read. */
  rate(): number;
  /** Places everything at a rate. */
  lay(rate: number): void;
  /** Known once it is laid. */
  length(): number;
  pieceAt(sample: number): Piece | null;
  sound(piece: Piece): AudioBuffer | undefined;
  /** Fetches what it takes, and decodes it. Throws `Failed`. */
  decode(piece: Piece, signal: AbortSignal): Promise<void>;
  /** What is fetched, from and up to. */
  here(): (readonly [from: number, to: number])[];
  /** New addresses for the same sound. */
  renew(url: string): void;
}

/** Seconds of a piece: short, so that sound can begin soon and little is decoded in vain. */
const PIECE = 0.5;

export function createStem(url: string, name: string, shelves: Shelves): Stem {
  let address = url;
  let segments: readonly Segment[] | null = null;
  /** Samples at which each segment starts, and at last the length. */
  let starts: number[] = [];
  let own = 0;
  let rate = 0;
  /** Seconds, when the address is that of a file and not of a playlist. */
  let fileSeconds: number | null = null;
  /** Segments of this kind are decoded whole. */
  let isWhole = false;
  /** What was decoded only to see how long it is. */
  let measured: AudioBuffer | null = null;

  const keyOf = (index: number): string => `${name}/${index}/`;

  async function fetchSegment(index: number, signal: AbortSignal): Promise<Fetched> {
    const known = shelves.bytes.get(keyOf(index));
    if (known) return known;
    const asked = address;
    try {
      return await fetchAnew(index, signal);
    } catch (error) {
      // Refused at an address that has been replaced in the meantime.
      if (asked === address || !(error instanceof Failed)) throw error;
      return fetchSegment(index, signal);
    }
  }

  async function fetchAnew(index: number, signal: AbortSignal): Promise<Fetched> {
    const list = segments ?? (await readList(signal));
    const segment = list[index];
    if (!segment) throw new RangeError(`There is no segment ${index}.`);
    const [bytes, map] = await Promise.all([
      fetchBytes(segment.url, signal, segment.range),
      segment.map && fetchBytes(segment.map.url, signal, segment.map.range),
    ]);
    return keep(index, bytes, map);
  }

  function keep(index: number, bytes: Uint8Array<ArrayBuffer>, map: Uint8Array | null): Fetched {
    const fetched = readFetched(bytes, map);
    isWhole = fetched.frames === null;
    shelves.bytes.put(keyOf(index), fetched, bytes.length);
    return fetched;
  }

  async function readList(signal: AbortSignal): Promise<readonly Segment[]> {
    const bytes = await fetchBytes(address, signal);
    const isList = isMediaList(bytes);
    segments = isList
      ? readMediaList(new TextDecoder().decode(bytes), address)
      : [{ url: address, range: null, seconds: null, map: null }];
    if (!isList) keep(0, bytes, null);
    return segments;
  }

  return {
    async read(at, signal) {
      const list = segments ?? (await readList(signal));
      let index = 0;
      for (let end = list[0]?.seconds ?? Infinity; end <= at && index + 1 < list.length;) {
        index += 1;
        end += list[index]?.seconds ?? Infinity;
      }
      const fetched = await fetchSegment(index, signal);
      own ||= rateOf(fetched);
      if (list[0]?.seconds !== null || fileSeconds !== null) return;
      // A whole file: its frames tell how long it is, or it has to be decoded for that.
      own ||= 44_100;
      if (!fetched.frames) measured = await decodeWhole(fetched, null, null, own);
      fileSeconds = fetched.frames ? lengthOf(fetched.frames) / own : (measured?.duration ?? 0);
    },
    rate: () => own,
    lay(next) {
      if (rate === next) return;
      rate = next;
      own ||= next;
      const lengths = (segments ?? []).map(({ seconds }) => (seconds ?? fileSeconds ?? 0) * own);
      let sum = 0;
      // Counted in whole samples of the sound itself, so that nothing adds up along the way.
      starts = [
        0,
        ...lengths.map((length) => Math.round(((sum += Math.round(length)) * rate) / own)),
      ];
    },
    length: () => starts.at(-1) ?? 0,
    pieceAt(sample) {
      const segment = starts.findLastIndex((start) => start <= sample);
      const [start = 0, end] = starts.slice(segment, segment + 2);
      if (end === undefined) return null;
      const count = isWhole ? 1 : Math.max(1, Math.round((end - start) / rate / PIECE));
      const edge = (index: number): number => start + Math.round(((end - start) * index) / count);
      let at = Math.min(Math.floor(((sample - start) * count) / (end - start)), count - 1);
      // The edges are rounded, and the sample may lie between an edge and what it was before.
      if (sample >= edge(at + 1)) at += 1;
      else if (sample < edge(at)) at -= 1;
      const [from, to] = [edge(at), edge(at + 1)];
      return { key: `${keyOf(segment)}${from}-${to}`, segment, from, to };
    },
    sound: ({ key }) => shelves.entries.get(key) ?? shelves.sound.get(key),
    async decode({ segment, from, to }, signal) {
      const fetched = await fetchSegment(segment, signal);
      const [start = 0, end = 0] = starts.slice(segment, segment + 2);
      const { frames, map } = fetched;
      const isList = fileSeconds === null;
      const length = isList ? Math.round(((end - start) * own) / rate) : 0;
      const skip = frames ? (isList ? skipOf(frames, length, segment === 0) : frames.skip) : 0;
      const needsLast =
        segment > 0 &&
        (frames
          ? skip === 0 && (from - start) * own < frames.lead * frames.size * rate
          : map !== null);
      const before = needsLast ? await fetchSegment(segment - 1, signal) : null;
      const toOwn = (sample: number): number => Math.round(((sample - start) * own) / rate);
      const decoded = frames
        ? await decodeFrames(frames, before?.frames ?? null, [toOwn(from), toOwn(to)], skip, {
            rate,
            length: to - from,
          })
        : measured?.sampleRate === rate
          ? measured
          : await decodeWhole(fetched, before, isList ? end - start : null, rate);
      signal.throwIfAborted();
      measured = null;
      // What turned out to be decoded only whole is one piece, however it was asked for.
      const [first, last] = frames ? [from, to] : [start, end];
      shelves.sound.put(`${keyOf(segment)}${first}-${last}`, decoded, bytesOf(decoded));
    },
    here: () =>
      starts
        .slice(0, -1)
        .flatMap((start, index) =>
          shelves.bytes.has(keyOf(index)) ? [[start, starts[index + 1] ?? start] as const] : [],
        ),
    renew(next) {
      address = next;
      segments = null;
    },
  };
}
