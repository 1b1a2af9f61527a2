import { concatBytes } from "../lib/concat-bytes.ts";
import type { AudioFrames } from "./audio-frames.ts";

/** Parses uncompressed audio; each sample is one frame of the result. http://soundfile.sapp.org/doc/WaveFormat/ */
export function parseWav(bytes: Uint8Array): AudioFrames | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const name = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (name(0) !== "RIFF" || name(8) !== "WAVE") return null;
  let format: Uint8Array | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    if (name(at) === "fmt ") format = bytes.subarray(at, at + 8 + size);
    if (name(at) === "data" && format) return createFrames(bytes, format, at + 8, size);
    at += 8 + size + (size % 2);
  }
  return null;
}

/** `format` is the whole "fmt " chunk; `start` and `size` in bytes are those of the samples. */
function createFrames(
  bytes: Uint8Array,
  format: Uint8Array,
  start: number,
  size: number,
): AudioFrames {
  const fields = new DataView(format.buffer, format.byteOffset, format.length);
  const width = fields.getUint16(8 + 12, true);
  return {
    sampleRate: fields.getUint32(8 + 4, true),
    frameSize: 1,
    count: Math.floor(Math.min(size, bytes.length - start) / width),
    preroll: 0,
    delay: 0,
    padding: 0,
    slice: (from, to) => [bytes.subarray(start + from * width, start + to * width)],
    assemble(slices) {
      const length = slices.reduce((sum, slice) => sum + slice.length, 0);
      const wave = new TextEncoder().encode("WAVE");
      const riff = writeChunkHeader("RIFF", 4 + format.length + 8 + length);
      return concatBytes([riff, wave, format, writeChunkHeader("data", length), ...slices]);
    },
  };
}

/** `size` is the number of bytes that follow. */
function writeChunkHeader(name: string, size: number): Uint8Array {
  const header = new DataView(new ArrayBuffer(8));
  [...name].forEach((letter, at) => header.setUint8(at, letter.charCodeAt(0)));
  header.setUint32(4, size, true);
  return new Uint8Array(header.buffer);
}
