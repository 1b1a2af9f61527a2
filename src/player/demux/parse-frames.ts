import { parseAdts } from "./adts.ts";
import type { AudioFrames } from "./audio-frames.ts";
import { parseMp3 } from "./mp3.ts";
import { parseOpus } from "./opus.ts";
import { parseWav } from "./wav.ts";

const parsers = [parseAdts, parseMp3, parseOpus, parseWav];

/** The frames of a file; null when its format can only be decoded as a whole. */
export function parseFrames(bytes: Uint8Array): AudioFrames | null {
  for (const parse of parsers) {
    const frames = parse(bytes);
    if (frames && frames.count > 0) return frames;
  }
  return null;
}

/**
 * A file of the frames from index `from` up to `to`. A negative `from` counts back from the end of `before`, the segment
 * that precedes this one.
 */
export function extractFrames(
  frames: AudioFrames,
  before: AudioFrames | null,
  from: number,
  to: number,
): Uint8Array<ArrayBuffer> {
  const earlier = from < 0 && before ? before.slice(before.count + from, before.count) : [];
  return frames.assemble([...earlier, ...frames.slice(Math.max(0, from), to)]);
}
