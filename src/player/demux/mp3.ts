import { concatBytes } from "../lib/concat-bytes.ts";
import type { AudioFrames } from "./audio-frames.ts";
import { findTagEnd } from "./id3.ts";

/** Kilobits per second by bitrate index: of MPEG 2 and 2.5, and of MPEG 1. */
const KILOBITS = [
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
];
/** Samples per second of MPEG 1; MPEG 2 has half of it, MPEG 2.5 a quarter. */
const RATES = [44_100, 48_000, 32_000];
/** Bytes of earlier frames (the bit reservoir) that a frame may use. */
const RESERVOIR_BYTES = 511;
/** Samples that every decoder adds before the first one. */
const DECODER_DELAY_SAMPLES = 529;
/** Offset in bytes of delay and padding in a LAME tag, from the start of "Info": http://gabriel.mp3-tech.org/mp3infotag.html */
const DELAY_OFFSET = 0x8d;

interface FrameHeader {
  /** Samples per second. */
  readonly sampleRate: number;
  /** Bytes. */
  readonly length: number;
  /** Samples. */
  readonly frameSize: number;
}

/** The header of a Layer III frame: http://www.mp3-tech.org/programmer/frame_header.html */
function readHeader(bytes: Uint8Array, at: number): FrameHeader | null {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
  if (a !== 0xff || (b & 0xe6) !== 0xe2) return null;
  const version = (b >> 3) & 3; // 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5
  const kilobits = KILOBITS[version === 3 ? 1 : 0]?.[c >> 4] ?? 0;
  const full = RATES[(c >> 2) & 3] ?? 0;
  if (!kilobits || !full || version === 1) return null;
  const sampleRate = version === 3 ? full : version === 2 ? full / 2 : full / 4;
  const frameSize = version === 3 ? 1152 : 576;
  return {
    sampleRate,
    frameSize,
    length: Math.floor(((frameSize / 8) * kilobits * 1000) / sampleRate) + ((c >> 1) & 1),
  };
}

/** Delay and padding in samples, from the Info or Xing tag in the first frame; null when there is no tag. */
function readDelay(frame: Uint8Array): readonly [delay: number, padding: number] | null {
  const text = new TextDecoder("latin1").decode(frame.subarray(0, 64));
  const tag = Math.max(text.indexOf("Info"), text.indexOf("Xing"));
  if (tag < 0) return null;
  const [a = 0, b = 0, c = 0] = frame.subarray(tag + DELAY_OFFSET, tag + DELAY_OFFSET + 3);
  const [delay, padding] = [(a << 4) | (b >> 4), ((b & 15) << 8) | c];
  return delay || padding
    ? [delay + DECODER_DELAY_SAMPLES, Math.max(0, padding - DECODER_DELAY_SAMPLES)]
    : [0, 0];
}

/** Parses the frames of an MP3, without the first one if that only holds a tag. */
export function parseMp3(bytes: Uint8Array): AudioFrames | null {
  const starts: number[] = [];
  let at = findTagEnd(bytes);
  const first = readHeader(bytes, at);
  if (!first) return null;
  const tag = readDelay(bytes.subarray(at, at + first.length));
  if (tag) at += first.length;
  const start = at;
  for (let header = readHeader(bytes, at); header; header = readHeader(bytes, at)) {
    if (at + header.length > bytes.length) break;
    starts.push(at);
    at += header.length;
  }
  const count = starts.length;
  starts.push(at);
  // Bytes of audio in an average frame: without its header and side information, at most 36 bytes.
  const average = Math.max(24, (at - start) / Math.max(1, count) - 36);
  const [delay, padding] = tag ?? [0, 0];
  return {
    sampleRate: first.sampleRate,
    frameSize: first.frameSize,
    count,
    // The frames that hold the bit reservoir, and two whose samples overlap with the next frames.
    preroll: Math.min(Math.ceil(RESERVOIR_BYTES / average) + 2, 24),
    delay,
    padding,
    slice: (from, to) => [bytes.subarray(starts[from], starts[to])],
    assemble: concatBytes,
  };
}
