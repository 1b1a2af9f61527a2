import { concatBytes } from "../lib/concat-bytes.ts";
import type { AudioFrames } from "./audio-frames.ts";
import { parseOggPackets, writeOggPage } from "./ogg.ts";

const HEAD = "OpusHead";
const TAGS = new TextEncoder().encode("OpusTags\x07\0\0\0Earmark\0\0\0\0");

/** Samples at 48 kHz of one frame, by the TOC byte of its packet: https://www.rfc-editor.org/rfc/rfc6716#section-3.1 */
const countFrameSamples = (toc: number): number => {
  const config = toc >> 3;
  if (config < 12) return [480, 960, 1920, 2880][config % 4] ?? 0;
  if (config < 16) return [480, 960][config % 2] ?? 0;
  return [120, 240, 480, 960][config % 4] ?? 0;
};

/** Samples at 48 kHz of a packet. */
function countPacketSamples(packet: Uint8Array): number {
  const [toc = 0, count = 0] = packet;
  const frames = [1, 2, 2, count & 63][toc & 3] ?? 0;
  return frames * countFrameSamples(toc);
}

/** Parses Opus in Ogg; each packet is one frame of the result: https://www.rfc-editor.org/rfc/rfc7845 */
export function parseOpus(bytes: Uint8Array): AudioFrames | null {
  const stream = parseOggPackets(bytes);
  const [head, , ...packets] = stream?.packets ?? [];
  if (!stream || !head || new TextDecoder().decode(head.subarray(0, 8)) !== HEAD) return null;
  const frameSize = countPacketSamples(packets[0] ?? head);
  if (!frameSize || packets.some((packet) => countPacketSamples(packet) !== frameSize)) return null;
  const delay = (head[10] ?? 0) | ((head[11] ?? 0) << 8);
  // The pre-skip is set to 0, so that the decoder drops no samples: the caller counts all of them.
  const headWithoutDelay = head.slice();
  headWithoutDelay.fill(0, 10, 12);
  return {
    sampleRate: 48_000,
    frameSize,
    count: packets.length,
    // RFC 7845 recommends 80 ms. Measured on noise: error of -40 dB, and 6 dB less with each further packet of 20 ms,
    // because each packet predicts its energy from the last one: with 280 ms it is below -95 dB.
    preroll: Math.ceil(13_440 / frameSize),
    delay,
    padding: Math.max(0, packets.length * frameSize - stream.length),
    slice: (from, to) => packets.slice(from, to),
    assemble(slices) {
      const pages = [writeOggPage([headWithoutDelay], 0, 0, 2), writeOggPage([TAGS], 0, 1, 0)];
      for (let at = 0, page = 2; at < slices.length; page += 1) {
        // A packet takes a lacing value for every 255 bytes, and a page has at most 255 lacing values.
        let lacing = 0;
        let to = at;
        while (to < slices.length) {
          lacing += Math.floor((slices[to]?.length ?? 0) / 255) + 1;
          if (lacing > 255) break;
          to += 1;
        }
        if (to === at) break;
        const isLast = to === slices.length;
        pages.push(writeOggPage(slices.slice(at, to), to * frameSize, page, isLast ? 4 : 0));
        at = to;
      }
      return concatBytes(pages);
    },
  };
}
