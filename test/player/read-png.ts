import { inflateSync } from "node:zlib";

/** A picture: a line is `width` times `channels` bytes. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bytes: Buffer;
}

/** Reads a PNG as browsers write them: 8 bits, RGB or RGBA, not interlaced (https://www.w3.org/TR/png-3/). Throws for any other. */
export function readPng(png: Buffer): Picture {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const [depth, colour, , , interlaced] = png.subarray(24, 29);
  const channels = colour === 6 ? 4 : 3;
  if (depth !== 8 || (colour !== 6 && colour !== 2) || interlaced)
    throw new Error(`A PNG of kind ${colour} with ${depth} bits is not read here.`);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at);
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  return {
    width,
    height,
    channels,
    bytes: unfilter(inflateSync(Buffer.concat(parts)), width * channels, height, channels),
  };
}

// https://www.w3.org/TR/png-3/#9Filters
function unfilter(raw: Buffer, line: number, height: number, step: number): Buffer {
  const bytes = Buffer.alloc(line * height);
  for (let y = 0; y < height; y++) {
    const kind = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x++) {
      const at = y * line + x;
      const left = x < step ? 0 : (bytes[at - step] ?? 0);
      const above = y === 0 ? 0 : (bytes[at - line] ?? 0);
      const corner = x < step || y === 0 ? 0 : (bytes[at - line - step] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][kind] ?? 0;
      bytes[at] = (raw[y * (line + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return bytes;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const away = [left, above, corner].map((each) => Math.abs(guess - each));
  const least = Math.min(...away);
  return [left, above, corner][away.indexOf(least)] ?? 0;
}

/** How many pixels of two pictures differ; all of them when the sizes do. */
export function changedPixels(one: Buffer, other: Buffer): number {
  if (one.equals(other)) return 0;
  const [a, b] = [readPng(one), readPng(other)];
  const count = Math.max(a.width * a.height, b.width * b.height);
  if (a.width !== b.width || a.height !== b.height || a.channels !== b.channels) return count;
  let changed = 0;
  for (let at = 0; at < a.bytes.length; at += a.channels)
    if (a.bytes.compare(b.bytes, at, at + a.channels, at, at + a.channels) !== 0) changed += 1;
  return changed;
}
