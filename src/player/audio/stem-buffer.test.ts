import { expect, test, vi } from "vitest";
import { createStemBuffer } from "./stem-buffer.ts";
import type { StemBuffer } from "./stem-buffer.ts";

/* Eight stems of two minutes. The cache for decoded audio holds 32 MB, which is eleven seconds of them. */

const RATE = 44_100;
const SECONDS = 120;
const list = [
  "#EXTM3U",
  "#EXT-X-TARGETDURATION:1",
  ...Array.from({ length: SECONDS }, (_, at) => `#EXTINF:1,\n${at}.bin`),
  "#EXT-X-ENDLIST",
].join("\n");

/** Seconds that the stubbed decoder returns, and how often it was called. The decoder is created once for all tests. */
const decoded = { seconds: 1, count: 0 };
vi.stubGlobal(
  "OfflineAudioContext",
  class {
    async decodeAudioData(): Promise<Partial<AudioBuffer>> {
      decoded.count += 1;
      const { seconds: duration } = decoded;
      return { length: duration * RATE, numberOfChannels: 2, duration, sampleRate: RATE };
    }
  },
);
vi.stubGlobal("fetch", async (url: string) => {
  return new Response(url.endsWith("m3u8") ? list : "sound");
});

/** Stems as playlists with segments of one second, or as FLAC files, which can only be decoded whole. */
async function openStems(kind: "m3u8" | "flac"): Promise<StemBuffer> {
  decoded.seconds = kind === "flac" ? SECONDS : 1;
  const urls = Array.from({ length: 8 }, (_, at) => `https://music.example/${at}.${kind}`);
  const buffer = createStemBuffer(urls, new AbortController().signal, vi.fn(), (failure) => {
    throw new Error(failure.kind);
  });
  for (const stem of buffer.stems) {
    await stem.open(0, new AbortController().signal);
    stem.setRate(RATE);
  }
  return buffer;
}

/** Seeks to a position in seconds, and waits until `ahead` seconds after it are decoded. */
async function seek(buffer: StemBuffer, seconds: number, ahead = 8): Promise<void> {
  const position = seconds * RATE;
  const findJump = (at: number) => ({ distance: SECONDS * RATE - at, target: null });
  const isDecoded = () => buffer.sliceAt(position + ahead * RATE, 1) !== null;
  const decode = (): boolean => {
    buffer.decodeAhead(position, (ahead + 1) * RATE, findJump, false);
    return isDecoded();
  };
  await vi.waitUntil(decode, { interval: 1 });
  buffer.retain(position);
}

test("keeps the first moments of every seek target, after the rest of it is evicted", async () => {
  const buffer = await openStems("m3u8");
  const targets = [0, 90, 30, 60, 20, 100, 45, 75, 10];
  for (const target of targets) await seek(buffer, target);
  const before = decoded.count;
  for (const target of targets)
    expect(buffer.sliceAt(target * RATE, 1), `at ${target} s`).not.toBeNull();
  expect(buffer.sliceAt(95 * RATE, 1)).toBeNull();
  expect(decoded.count).toBe(before);
});

test("keeps one entry of every stem, even where the cache is too small for whole files", async () => {
  const buffer = await openStems("flac");
  await seek(buffer, 0, 0);
  expect(buffer.sliceAt(0, 1)).not.toBeNull();
});
