import type { SharedTrack } from "../../providers/contract/player-source.ts";
import { decode, list, nullable, number, record } from "../../shared/decode.ts";
import { makeArray } from "../lib/make-array.ts";
import { fetchJson } from "../net/fetch-json.ts";
import type { State } from "../state/state.ts";

/** The most peaks that are kept of a file: a player on a phone is not wider in pixels. */
const MAX_PEAKS = 400;

// https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md; pairs of minimum and maximum, of each channel in turn.
// Published stem players use integers (8 or 16 bits) or numbers from -1 to 1, and may leave out everything but `data`.
const waveform = record({ data: list(number(), 400_000), bits: nullable(number(1, 32)) });

/** The URL that was requested last, by player. */
const requested = new WeakMap<State, string>();

/** At most 400 peaks from 0 to 1, over the whole length, of the JSON of audiowaveform; null for any other JSON. */
export function decodePeaks(body: unknown): number[] | null {
  const read = decode(waveform, body);
  if (!read.ok || read.value.data.length < 2) return null;
  const { data, bits } = read.value;
  const isWhole = data.every(Number.isInteger) && data.some((value) => Math.abs(value) > 1);
  const full = isWhole ? 2 ** ((bits ?? 8) - 1) : 1;
  const step = Math.max(1, data.length / 2 / MAX_PEAKS);
  return makeArray(Math.floor(data.length / 2 / step), (index) => {
    const part = data.slice(2 * Math.floor(index * step), 2 * Math.floor((index + 1) * step));
    return Math.min(1, Math.max(...part.map(Math.abs)) / full);
  });
}

/** The peaks of stems that play together. Their power is added, as for unrelated signals. */
export function combinePeaks(stems: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...stems.map((peaks) => peaks.length));
  return makeArray(length, (index) => {
    const power = stems.reduce((sum, peaks) => {
      const value = peaks[Math.floor((index * peaks.length) / length)] ?? 0;
      return sum + value * value;
    }, 0);
    return Math.min(1, Math.sqrt(power));
  });
}

/**
 * Puts the waveform of a track into the state: its own or, when `ofStems`, that of its stems combined. It is only
 * decoration, so when it cannot be fetched none is shown and no failure is reported.
 */
export async function loadWaveform(
  { peaksUrl, stems }: SharedTrack,
  ofStems: boolean,
  state: State,
  signal: AbortSignal,
): Promise<void> {
  const urls = peaksUrl ? [peaksUrl] : stems.flatMap((stem) => (ofStems && stem.peaksUrl) || []);
  if (urls.length === 0 || state.peaks.peek() || requested.get(state) === urls[0]) return;
  requested.set(state, urls[0] ?? "");
  const results = await Promise.all(urls.map((url) => fetchJson(url, {}, signal)));
  const decoded = results.map((result) => (result.ok ? decodePeaks(result.body) : null));
  const known = decoded.filter((peaks) => peaks !== null);
  if (!signal.aborted && known.length > 0) state.peaks.value = combinePeaks(known);
}
