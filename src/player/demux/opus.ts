import { concatBytes } from "../lib/concat-bytes.ts";
import type { Frames } from "./frames.ts";
import { readPackets, writePage } from "./ogg.ts";

const HEAD = "OpusHead";
const TAGS = new TextEncoder().encode("OpusTags\x07\0\0\0Earmark\0\0\0\0");
/** https://www.rfc-editor.org/rfc/rfc6716#section-3.1: samples at 48 kHz of one frame of each configuration. */
const samplesOf = (toc: number): number => {
  const config = toc >> 3;
  if (config < 12) return [480, 960, 1920, 2880][config % 4] ?? 0;
  if (config < 16) return [480, 960][config % 2] ?? 0;
  return [120, 240, 480, 960][config % 4] ?? 0;
};

function durationOf(packet: Uint8Array): number {
  const [toc = 0, count = 0] = packet;
  const frames = [1, 2, 2, count & 63][toc & 3] ?? 0;
  return frames * samplesOf(toc);
}

/** The packets of Opus in Ogg, as frames of a segment: https://www.rfc-editor.org/rfc/rfc7845 */
export function opusFrames(bytes: Uint8Array): Frames | null {
  const stream = readPackets(bytes);
  const [head, , ...packets] = stream?.packets ?? [];
  if (!stream || !head || new TextDecoder().decode(head.subarray(0, 8)) !== HEAD) return null;
  const size = durationOf(packets[0] ?? head);
  if (!size || packets.some((packet) => durationOf(packet) !== size)) return null;
  const skip = (head[10] ?? 0) | ((head[11] ?? 0) << 8);
  // Whoever cuts counts every sample, so the decoder is told to skip none.
  const bare = head.slice();
  bare.fill(0, 10, 12);
  return {
    rate: 48_000,
    size,
    count: packets.length,
    // The specification of the Ogg form advises 80 ms. Measured on noise: -40 dB; 6 dB better with each packet of 20 ms
    // more, for each predicts its loudness from the last: 280 ms are below -95 dB.
    lead: Math.ceil(13_440 / size),
    skip,
    pad: Math.max(0, packets.length * size - stream.end),
    slice: (from, to) => packets.slice(from, to),
    wrap(slices) {
      const pages = [writePage([bare], 0, 0, 2), writePage([TAGS], 0, 1, 0)];
      for (let at = 0, page = 2; at < slices.length; page += 1) {
        // Each packet takes a lacing value for every 255 bytes, and a page has 255 of them.
        let lacing = 0;
        let to = at;
        while (to < slices.length) {
          lacing += Math.floor((slices[to]?.length ?? 0) / 255) + 1;
          if (lacing > 255) break;
          to += 1;
        }
        if (to === at) break;
        const isLast = to === slices.length;
        pages.push(writePage(slices.slice(at, to), to * size, page, isLast ? 4 : 0));
        at = to;
      }
      return concatBytes(pages);
    },
  };
}
