import { decode, list, nullable, number, record } from "../../shared/decode.ts";
import { fetchJson } from "../net/fetch-json.ts";
import type { SharedTrack } from "../state/share.ts";
import type { State } from "../state/state.ts";
import { makeArray } from "../lib/make-array.ts";

/** Values kept, whatever the file has: more than any player is pixels wide on a phone. */
const MOST = 400;

// https://github.com/bbc/audiowaveform/blob/master/doc/DataFormat.md; pairs of least and most, of each channel in turn.
// What stem players publish may be integers (8 or 16 bits) or numbers from -1 to 1, and may lack everything but `data`.
const waveform = record({ data: list(number(), 400_000), bits: nullable(number(1, 32)) });

/** What has been asked for, by player. */
const asked = new WeakMap<State, string>();

/**
 * The waveform JSON of audiowaveform as at most 400 values from 0 to 1, over the whole length; null when it is none.
 */
export function decodePeaks(body: unknown): number[] | null {
  const read = decode(waveform, body);
  if (!read.ok || read.value.data.length < 2) return null;
  const { data, bits } = read.value;
  const isWhole = data.every(Number.isInteger) && data.some((value) => Math.abs(value) > 1);
  const full = isWhole ? 2 ** ((bits ?? 8) - 1) : 1;
  const step = Math.max(1, data.length / 2 / MOST);
  return makeArray(Math.floor(data.length / 2 / step), (index) => {
    const part = data.slice(2 * Math.floor(index * step), 2 * Math.floor((index + 1) * step));
    return Math.min(1, Math.max(...part.map(Math.abs)) / full);
  });
}

/** Parts that sound together, as loud as unrelated sounds add up: by their power. */
export function combinePeaks(parts: readonly (readonly number[])[]): number[] {
  const length = Math.max(0, ...parts.map((part) => part.length));
  return makeArray(length, (index) => {
    const power = parts.reduce((sum, part) => {
      const value = part[Math.floor((index * part.length) / length)] ?? 0;
      return sum + value * value;
    }, 0);
    return Math.min(1, Math.sqrt(power));
  });
}

/**
 * Puts a track's waveform into the state: its own, or when `ofStems` those of its stems together. It is an ornament: when
 * there is none to be had, none is shown.
 */
export async function drawPeaks(
  { peaksUrl, stems }: SharedTrack,
  ofStems: boolean,
  state: State,
  signal: AbortSignal,
): Promise<void> {
  const urls = peaksUrl ? [peaksUrl] : stems.flatMap((stem) => (ofStems && stem.peaksUrl) || []);
  if (urls.length === 0 || state.peaks.peek() || asked.get(state) === urls[0]) return;
  asked.set(state, urls[0] ?? "");
  const told = await Promise.all(urls.map((url) => fetchJson(url, {}, signal)));
  const parts = told.map((each) => (each.ok ? decodePeaks(each.body) : null));
  const known = parts.filter((part) => part !== null);
  if (!signal.aborted && known.length > 0) state.peaks.value = combinePeaks(known);
}
