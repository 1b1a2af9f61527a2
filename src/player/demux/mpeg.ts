import { concatBytes } from "../lib/concat-bytes.ts";
import type { Frames } from "./frames.ts";
import { afterTag } from "./id3.ts";

const KILOBITS = [
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
];
const RATES = [44_100, 48_000, 32_000];
/** Bytes of earlier frames that a frame may draw on. */
const RESERVOIR = 511;
/** What every decoder adds before the first sample. */
const DECODER_DELAY = 529;
/** Where a LAME tag keeps delay and padding, from the start of "Info": http://gabriel.mp3-tech.org/mp3infotag.html */
const GAPS = 0x8d;

interface Header {
  readonly rate: number;
  /** Bytes. */
  readonly length: number;
  readonly size: number;
}

/** The header of a Layer III frame: http://www.mp3-tech.org/programmer/frame_header.html */
function readHeader(bytes: Uint8Array, at: number): Header | null {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
  if (a !== 0xff || (b & 0xe6) !== 0xe2) return null;
  const version = (b >> 3) & 3; // 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5
  const kilobits = KILOBITS[version === 3 ? 1 : 0]?.[c >> 4] ?? 0;
  const full = RATES[(c >> 2) & 3] ?? 0;
  if (!kilobits || !full || version === 1) return null;
  const rate = version === 3 ? full : version === 2 ? full / 2 : full / 4;
  const size = version === 3 ? 1152 : 576;
  return { rate, size, length: Math.floor(((size / 8) * kilobits * 1000) / rate) + ((c >> 1) & 1) };
}

/** Samples that the tag in the first frame says are not music; null when there is no tag. */
function readGaps(frame: Uint8Array): readonly [skip: number, pad: number] | null {
  const text = new TextDecoder("latin1").decode(frame.subarray(0, 64));
  const tag = Math.max(text.indexOf("Info"), text.indexOf("Xing"));
  if (tag < 0) return null;
  const [a = 0, b = 0, c = 0] = frame.subarray(tag + GAPS, tag + GAPS + 3);
  const [delay, padding] = [(a << 4) | (b >> 4), ((b & 15) << 8) | c];
  return delay || padding ? [delay + DECODER_DELAY, Math.max(0, padding - DECODER_DELAY)] : [0, 0];
}

/** The frames of an MP3, without the one that only holds a tag. */
export function mpegFrames(bytes: Uint8Array): Frames | null {
  const starts: number[] = [];
  let at = afterTag(bytes);
  const first = readHeader(bytes, at);
  if (!first) return null;
  const gaps = readGaps(bytes.subarray(at, at + first.length));
  if (gaps) at += first.length;
  const start = at;
  for (let head = readHeader(bytes, at); head; head = readHeader(bytes, at)) {
    if (at + head.length > bytes.length) break;
    starts.push(at);
    at += head.length;
  }
  const count = starts.length;
  starts.push(at);
  const own = Math.max(24, (at - start) / Math.max(1, count) - 36);
  const [skip, pad] = gaps ?? [0, 0];
  return {
    rate: first.rate,
    size: first.size,
    count,
    // Those it draws on, and two whose sound runs on into it.
    lead: Math.min(Math.ceil(RESERVOIR / own) + 2, 24),
    skip,
    pad,
    slice: (from, to) => [bytes.subarray(starts[from], starts[to])],
    wrap: concatBytes,
  };
}
