// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { cutSegments } from "../../../sandbox/audio/mp3-segments.ts";
import { noise } from "../../../test/e2e/noise.ts";
import { concatBytes } from "../lib/concat-bytes.ts";
import { cutFrames, framesOf } from "./frames.ts";
import { readPackets, writePage } from "./ogg.ts";
import { lengthOf, skipOf } from "./decode.ts";

const mp3 = readFileSync(new URL("../../../sandbox/music/lantern-drums.mp3", import.meta.url));

it("counts an MP3's frames, and the samples that are music", () => {
  const frames = framesOf(mp3);
  expect(frames).toMatchObject({ rate: 44_100, size: 1152 });
  expect((frames ? lengthOf(frames) : 0) / 44_100).toBeCloseTo(20, 6);
  expect(frames?.skip).toBe(1105);
  expect(frames?.lead).toBeGreaterThan(2);
});

it("finds where a segment that brings its own lead begins, from the length in its playlist", () => {
  const whole = framesOf(mp3);
  let place = 0;
  for (const [index, { bytes, seconds, start }] of cutSegments(mp3, 4).entries()) {
    const frames = framesOf(bytes);
    if (!frames || !whole) throw new Error("no frames");
    const length = Math.round(seconds * 44_100);
    const skip = skipOf(frames, length, index === 0);
    expect(Math.round(start * 44_100)).toBe(place);
    // The first frame after what is skipped is the same one in the whole file.
    const first = Math.ceil(skip / 1152);
    const there = Math.round((place - skip + whole.skip) / 1152) + first;
    expect(cutFrames(frames, null, first, first + 3)).toEqual(
      cutFrames(whole, null, there, there + 3),
    );
    place += length;
  }
  expect(place).toBe(20 * 44_100);
});

it.each([
  ["a tag that is not true in a continuous stream", { count: 230, skip: 1105 }, 230 * 1152, 0],
  ["a first segment without a tag", { count: 231, skip: 0 }, 230 * 1152, 1152],
  ["a length that is a little off", { count: 230, skip: 0 }, 230 * 1152 - 200, 0],
])("is not misled by %s", (_, { count, skip }, length, right) => {
  const frames = framesOf(mp3);
  if (!frames) throw new Error("no frames");
  expect(skipOf({ ...frames, count, skip }, length, right > 0)).toBe(right);
});

function adts(sizes: readonly number[]): Uint8Array {
  const frames = sizes.map((size) => {
    const frame = new Uint8Array(size).fill(size & 255);
    // 44,100 Hz, two channels, no CRC.
    frame.set([
      0xff,
      0xf1,
      0x50,
      0x80 | (size >> 11),
      (size >> 3) & 255,
      ((size & 7) << 5) | 31,
      252,
    ]);
    return frame;
  });
  return concatBytes(frames);
}

it("cuts AAC, back into the segment before", () => {
  const [last, frames] = [framesOf(adts([50, 60, 70])), framesOf(adts([80, 90]))];
  if (!last || !frames) throw new Error("no frames");
  expect([frames.rate, frames.count, frames.size]).toEqual([44_100, 2, 1024]);
  expect(cutFrames(frames, last, -2, 1)).toEqual(adts([60, 70, 80]));
  expect(cutFrames(frames, null, -2, 1)).toEqual(adts([80]));
});

it("passes over the tag with which packed audio begins", () => {
  const tag = [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 3, 1, 2, 3];
  expect(framesOf(Uint8Array.from([...tag, ...adts([50, 60])]))?.count).toBe(2);
});

function opus(count: number): Uint8Array {
  const head = new Uint8Array(19);
  head.set(new TextEncoder().encode("OpusHead"));
  head.set([1, 2, 0x38, 0x01], 8);
  // Fullband, 20 ms, one frame in the packet.
  const packets = Array.from({ length: count }, (_, index) =>
    new Uint8Array(300).fill(index).fill(0xf8, 0, 1),
  );
  const pages = [
    writePage([head], 0, 0, 2),
    writePage([new Uint8Array(16)], 0, 1, 0),
    writePage(packets, count * 960 - 100, 2, 4),
  ];
  return concatBytes(pages);
}

it("reads Opus, and writes a stream of what is cut out of it", () => {
  const frames = framesOf(opus(20));
  if (!frames) throw new Error("no frames");
  expect(frames).toMatchObject({ rate: 48_000, size: 960, count: 20, skip: 312, pad: 100 });
  const cut = framesOf(cutFrames(frames, frames, -3, 2));
  expect(cut).toMatchObject({ count: 5, skip: 0 });
  expect(cut?.slice(0, 5).map((packet) => packet[1])).toEqual([17, 18, 19, 0, 1]);
});

it("writes pages with the checksum of the format", () => {
  // The page of RFC 3533 has no example; this is what libogg makes of one packet.
  const page = writePage([Uint8Array.of(1, 2, 3)], 0, 0, 2);
  const sum = new DataView(page.buffer).getUint32(22, true);
  page.fill(0, 22, 26);
  let crc = 0;
  for (const byte of page) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x8000_0000 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1;
  }
  expect(sum).toBe(crc >>> 0);
  expect(readPackets(page)?.packets).toEqual([Uint8Array.of(1, 2, 3)]);
});

it("cuts WAV by the sample", () => {
  const file = noise(1, 1);
  const frames = framesOf(file);
  if (!frames) throw new Error("no frames");
  expect([frames.rate, frames.size, frames.count]).toEqual([44_100, 1, 44_100]);
  const cut = cutFrames(frames, null, 100, 300);
  expect(framesOf(cut)?.count).toBe(200);
  expect([...cut.subarray(44)]).toEqual([...file.subarray(44 + 200, 44 + 600)]);
});

it.each([[""], ["fLaC and so on"], ["<!doctype html>"]])("finds no frames in %j", (text) => {
  expect(framesOf(new TextEncoder().encode(text))).toBeNull();
});
