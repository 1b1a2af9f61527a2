import { takeAhead } from "./prefetch-playlists.ts";
import { PlaybackError } from "../net/playback-error.ts";
import { fetchBytes } from "../net/fetch-bytes.ts";
import { readMediaList, segmentAt } from "./hls-playlist.ts";
import type { Segment } from "./hls-playlist.ts";
import { spanAt } from "./chunks.ts";
import type { Heard, Piece } from "./chunks.ts";
import {
  bytesOf,
  cutBuffer,
  decodeFrames,
  decodeWhole,
  lengthOf,
  rateOf,
  readFetched,
  skipOf,
} from "../demux/decode.ts";
import type { Fetched } from "../demux/decode.ts";
import type { Shelves } from "./caches.ts";

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
  /** What to decode for a sample; a long piece only where one begins. */
  pieceAt(sample: number, isLong: boolean): Piece | null;
  /** The piece in which a sample lies, if it is decoded. */
  heardAt(sample: number): Heard | null;
  /** Keeps the short piece in which a sample lies, if it is decoded, for longer. */
  keep(sample: number): void;
  /** Fetches what it takes, and decodes it. Throws `Failed`. */
  decode(piece: Piece, signal: AbortSignal): Promise<void>;
  /** What is fetched, from and up to. */
  here(): (readonly [from: number, to: number])[];
  /** New addresses for the same sound. */
  renew(url: string): void;
}

export function createStem(url: string, name: string, shelves: Shelves): Stem {
  let address = url;
  let ahead = takeAhead(url);
  let segments = ahead?.list ?? null;
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
      if (asked === address || !(error instanceof PlaybackError)) throw error;
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
    shelves.bytes.set(keyOf(index), fetched, bytes.length);
    return fetched;
  }

  async function readList(signal: AbortSignal): Promise<readonly Segment[]> {
    await ahead?.coming;
    segments = ahead?.list ?? null;
    ahead = undefined;
    if (segments) return segments;
    const bytes = await fetchBytes(address, signal);
    const list = readMediaList(bytes, address);
    segments = list ?? [{ url: address, range: null, seconds: null, map: null }];
    if (!list) keep(0, bytes, null);
    return segments;
  }

  function pieceAt(sample: number, isLong: boolean): Piece | null {
    const span = spanAt(starts, rate, sample, isLong, isWhole);
    return span && { ...span, key: `${keyOf(span.segment)}${span.from}-${span.to}` };
  }

  function heardAt(sample: number): Heard | null {
    for (const isLong of [false, true]) {
      const piece = pieceAt(sample, isLong);
      const key = piece?.key ?? "";
      const sound = shelves.entries.get(key) ?? shelves.sound.get(key);
      if (piece && sound) return { ...piece, sound };
    }
    return null;
  }

  return {
    async read(at, signal) {
      const list = segments ?? (await readList(signal));
      const fetched = await fetchSegment(segmentAt(list, at), signal);
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
    pieceAt(sample, isLong) {
      const long = isLong ? pieceAt(sample, true) : null;
      return long?.from === sample ? long : pieceAt(sample, false);
    },
    heardAt,
    keep(sample) {
      const [piece, heard] = [pieceAt(sample, false), heardAt(sample)];
      if (!piece || !heard || shelves.entries.has(piece.key)) return;
      const { from, to } = piece;
      const isAll = heard.from === from && heard.to === to;
      const sound = isAll ? heard.sound : cutBuffer(heard.sound, from - heard.from, to - from);
      shelves.entries.set(piece.key, sound, bytesOf(sound));
    },
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
      shelves.sound.set(`${keyOf(segment)}${first}-${last}`, decoded, bytesOf(decoded));
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
      ahead = undefined;
    },
  };
}
