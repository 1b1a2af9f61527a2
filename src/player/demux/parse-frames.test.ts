// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cutSegments } from "../../../sandbox/audio/mp3-segments.ts";
import { createNoise } from "../../../test/e2e/create-noise.ts";
import { concatBytes } from "../lib/concat-bytes.ts";
import { countSamples, findSegmentDelay } from "./decode-audio.ts";
import { parseOggPackets, writeOggPage } from "./ogg.ts";
import { extractFrames, parseFrames } from "./parse-frames.ts";

const mp3 = readFileSync(new URL("../../../sandbox/music/lantern-drums.mp3", import.meta.url));

test("counts the frames of an MP3, and its samples without delay and padding", () => {
  const frames = parseFrames(mp3);
  expect(frames).toMatchObject({ sampleRate: 44_100, frameSize: 1152 });
  expect((frames ? countSamples(frames) : 0) / 44_100).toBeCloseTo(20, 6);
  expect(frames?.delay).toBe(1105);
  expect(frames?.preroll).toBeGreaterThan(2);
});

test("finds the delay of a segment that repeats earlier frames from its length in the playlist", () => {
  const whole = parseFrames(mp3);
  let position = 0;
  for (const [index, { bytes, seconds, start }] of cutSegments(mp3, 4).entries()) {
    const frames = parseFrames(bytes);
    if (!frames || !whole) throw new Error("no frames");
    const length = Math.round(seconds * 44_100);
    const delay = findSegmentDelay(frames, length, index === 0);
    expect(Math.round(start * 44_100)).toBe(position);
    // The first frame after the delay is the same frame in the whole file.
    const first = Math.ceil(delay / 1152);
    const firstInWhole = Math.round((position - delay + whole.delay) / 1152) + first;
    expect(extractFrames(frames, null, first, first + 3)).toEqual(
      extractFrames(whole, null, firstInWhole, firstInWhole + 3),
    );
    position += length;
  }
  expect(position).toBe(20 * 44_100);
});

test.each([
  ["a wrong tag in a continuous stream", { count: 230, delay: 1105 }, 230 * 1152, 0],
  ["a first segment without a tag", { count: 231, delay: 0 }, 230 * 1152, 1152],
  ["a length that is slightly wrong", { count: 230, delay: 0 }, 230 * 1152 - 200, 0],
])("finds the delay despite %s", (_, { count, delay }, length, expected) => {
  const frames = parseFrames(mp3);
  if (!frames) throw new Error("no frames");
  expect(findSegmentDelay({ ...frames, count, delay }, length, expected > 0)).toBe(expected);
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

test("extracts AAC frames, with some of the segment before", () => {
  const [last, frames] = [parseFrames(adts([50, 60, 70])), parseFrames(adts([80, 90]))];
  if (!last || !frames) throw new Error("no frames");
  expect([frames.sampleRate, frames.count, frames.frameSize]).toEqual([44_100, 2, 1024]);
  expect(extractFrames(frames, last, -2, 1)).toEqual(adts([60, 70, 80]));
  expect(extractFrames(frames, null, -2, 1)).toEqual(adts([80]));
});

test("skips the ID3 tag of packed audio", () => {
  const tag = [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 3, 1, 2, 3];
  expect(parseFrames(Uint8Array.from([...tag, ...adts([50, 60])]))?.count).toBe(2);
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
    writeOggPage([head], 0, 0, 2),
    writeOggPage([new Uint8Array(16)], 0, 1, 0),
    writeOggPage(packets, count * 960 - 100, 2, 4),
  ];
  return concatBytes(pages);
}

test("parses Opus, and writes a stream of extracted packets", () => {
  const frames = parseFrames(opus(20));
  if (!frames) throw new Error("no frames");
  expect(frames).toMatchObject({
    sampleRate: 48_000,
    frameSize: 960,
    count: 20,
    delay: 312,
    padding: 100,
  });
  const cut = parseFrames(extractFrames(frames, frames, -3, 2));
  expect(cut).toMatchObject({ count: 5, delay: 0 });
  expect(cut?.slice(0, 5).map((packet) => packet[1])).toEqual([17, 18, 19, 0, 1]);
});

test("writes Ogg pages with the right checksum", () => {
  // RFC 3533 has no example of a page; this computes the checksum bit by bit, as libogg defines it.
  const page = writeOggPage([Uint8Array.of(1, 2, 3)], 0, 0, 2);
  const sum = new DataView(page.buffer).getUint32(22, true);
  page.fill(0, 22, 26);
  let crc = 0;
  for (const byte of page) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1)
      crc = crc & 0x8000_0000 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1;
  }
  expect(sum).toBe(crc >>> 0);
  expect(parseOggPackets(page)?.packets).toEqual([Uint8Array.of(1, 2, 3)]);
});

test("extracts WAV by the sample", () => {
  const file = createNoise(1, 1);
  const frames = parseFrames(file);
  if (!frames) throw new Error("no frames");
  expect([frames.sampleRate, frames.frameSize, frames.count]).toEqual([44_100, 1, 44_100]);
  const cut = extractFrames(frames, null, 100, 300);
  expect(parseFrames(cut)?.count).toBe(200);
  expect([...cut.subarray(44)]).toEqual([...file.subarray(44 + 200, 44 + 600)]);
});

test.each([[""], ["fLaC and so on"], ["<!doctype html>"]])("finds no frames in %j", (text) => {
  expect(parseFrames(new TextEncoder().encode(text))).toBeNull();
});
