import { concatBytes } from "../lib/concat-bytes.ts";
import type { Frames } from "./frames.ts";

/** Uncompressed sound: each sample is a frame. http://soundfile.sapp.org/doc/WaveFormat/ */
export function wavFrames(bytes: Uint8Array): Frames | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const name = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (name(0) !== "RIFF" || name(8) !== "WAVE") return null;
  let format: Uint8Array | null = null;
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    if (name(at) === "fmt ") format = bytes.subarray(at, at + 8 + size);
    if (name(at) === "data" && format) return samples(bytes, format, at + 8, size);
    at += 8 + size + (size % 2);
  }
  return null;
}

function samples(bytes: Uint8Array, format: Uint8Array, start: number, size: number): Frames {
  const about = new DataView(format.buffer, format.byteOffset, format.length);
  const width = about.getUint16(8 + 12, true);
  return {
    rate: about.getUint32(8 + 4, true),
    size: 1,
    count: Math.floor(Math.min(size, bytes.length - start) / width),
    lead: 0,
    skip: 0,
    pad: 0,
    slice: (from, to) => [bytes.subarray(start + from * width, start + to * width)],
    wrap(slices) {
      const length = slices.reduce((sum, slice) => sum + slice.length, 0);
      const wave = new TextEncoder().encode("WAVE");
      const whole = chunk("RIFF", 4 + format.length + 8 + length);
      return concatBytes([whole, wave, format, chunk("data", length), ...slices]);
    },
  };
}

function chunk(name: string, rest: number): Uint8Array {
  const head = new DataView(new ArrayBuffer(8));
  [...name].forEach((letter, at) => head.setUint8(at, letter.charCodeAt(0)));
  head.setUint32(4, rest, true);
  return new Uint8Array(head.buffer);
}
