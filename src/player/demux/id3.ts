/** Offset in bytes after an ID3 tag, with which HLS packed audio begins; 0 without a tag. https://id3.org/id3v2.4.0-structure */
export function findTagEnd(bytes: Uint8Array): number {
  const [i, d, three, , , , a = 0, b = 0, c = 0, e = 0] = bytes;
  const hasTag = i === 0x49 && d === 0x44 && three === 0x33;
  return hasTag ? 10 + ((a << 21) | (b << 14) | (c << 7) | e) : 0;
}
