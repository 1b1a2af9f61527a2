import { makeArray } from "../lib/make-array.ts";

/** The packets of a logical stream, and its length in samples according to its last page. */
export interface OggStream {
  readonly packets: readonly Uint8Array[];
  readonly length: number;
}

/** Bytes of a page header before its lacing values. */
const HEADER_BYTES = 27;
const CAPTURE = [0x4f, 0x67, 0x67, 0x53]; // OggS

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index << 24;
  for (let bit = 0; bit < 8; bit += 1) value = (value << 1) ^ (value < 0 ? 0x04c1_1db7 : 0);
  return value;
});

function checksum(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) crc = (crc << 8) ^ (crcTable[(crc >>> 24) ^ byte] ?? 0);
  return crc;
}

/** Parses the pages of one logical stream: https://www.rfc-editor.org/rfc/rfc3533#section-6. Null when there are none. */
export function parseOggPackets(bytes: Uint8Array): OggStream | null {
  const packets: Uint8Array[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  /** The bytes of a packet that continues on the next page. */
  let unfinished: number[] = [];
  let end = 0;
  for (let at = 0; at + HEADER_BYTES <= bytes.length;) {
    if (CAPTURE.some((byte, index) => bytes[at + index] !== byte)) break;
    const count = bytes[at + 26] ?? 0;
    const table = bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + count);
    end = Number(view.getBigInt64(at + 6, true));
    let from = at + HEADER_BYTES + count;
    let length = 0;
    for (const lacing of table) {
      length += lacing;
      if (lacing === 255) continue;
      const part = bytes.subarray(from, from + length);
      packets.push(unfinished.length > 0 ? Uint8Array.from([...unfinished, ...part]) : part);
      unfinished = [];
      from += length;
      length = 0;
    }
    if (length > 0) unfinished.push(...bytes.subarray(from, from + length));
    at = from + length;
  }
  return packets.length > 0 ? { packets, length: end } : null;
}

/**
 * Writes one page of whole packets. `granule` is the number of samples up to the end of the page; `flags` is 2 for the first
 * page and 4 for the last.
 */
export function writeOggPage(
  packets: readonly Uint8Array[],
  granule: number,
  sequence: number,
  flags: number,
): Uint8Array {
  const lacing = packets.flatMap(({ length }) => [
    ...makeArray(Math.floor(length / 255), () => 255),
    length % 255,
  ]);
  const body = packets.reduce((sum, { length }) => sum + length, 0);
  const page = new Uint8Array(HEADER_BYTES + lacing.length + body);
  const view = new DataView(page.buffer);
  page.set(CAPTURE);
  page[5] = flags;
  view.setBigInt64(6, BigInt(granule), true);
  view.setUint32(14, 1, true);
  view.setUint32(18, sequence, true);
  page[26] = lacing.length;
  page.set(lacing, HEADER_BYTES);
  let at = HEADER_BYTES + lacing.length;
  for (const packet of packets) {
    page.set(packet, at);
    at += packet.length;
  }
  view.setInt32(22, checksum(page), true);
  return page;
}
