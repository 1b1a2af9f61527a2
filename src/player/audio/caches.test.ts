import { expect, it, vi } from "vitest";
import { createSupply } from "./stem-buffer.ts";
import type { Supply } from "./stem-buffer.ts";

/* Eight stems of two minutes, of which 32 MB are kept decoded: eleven seconds. */

const RATE = 44_100;
const SECONDS = 120;
const list = [
  "#EXTM3U",
  "#EXT-X-TARGETDURATION:1",
  ...Array.from({ length: SECONDS }, (_, at) => `#EXTINF:1,\n${at}.bin`),
  "#EXT-X-ENDLIST",
].join("\n");

/** What the browser decodes: how long each is, and how many it were. The one decoder there is stays for all tests. */
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

/** As playlists with segments of a second, or as files, which are decoded whole. */
async function open(kind: "m3u8" | "flac"): Promise<Supply> {
  decoded.seconds = kind === "flac" ? SECONDS : 1;
  const urls = Array.from({ length: 8 }, (_, at) => `https://music.example/${at}.${kind}`);
  const supply = createSupply(urls, new AbortController().signal, vi.fn(), (why) => {
    throw new Error(why.kind);
  });
  for (const stem of supply.stems) {
    await stem.read(0, new AbortController().signal);
    stem.lay(RATE);
  }
  return supply;
}

/** Goes there, and plays on until that many seconds are decoded. */
async function visit(supply: Supply, seconds: number, ahead = 8): Promise<void> {
  const place = seconds * RATE;
  const way = (at: number) => ({ straight: SECONDS * RATE - at, next: null });
  const isHere = () => supply.cutAt(place + ahead * RATE, 1) !== null;
  const wanted = (): boolean => {
    supply.want(place, (ahead + 1) * RATE, way, false);
    return isHere();
  };
  await vi.waitUntil(wanted, { interval: 1 });
  supply.keep(place);
}

it("has where somebody went at hand when they go there again, long after the rest of it is forgotten", async () => {
  const supply = await open("m3u8");
  const places = [0, 90, 30, 60, 20, 100, 45, 75, 10];
  for (const place of places) await visit(supply, place);
  const before = decoded.count;
  for (const place of places) expect(supply.cutAt(place * RATE, 1), `at ${place} s`).not.toBeNull();
  expect(supply.cutAt(95 * RATE, 1)).toBeNull();
  expect(decoded.count).toBe(before);
});

it("has all stems at once, even of a kind that is decoded whole and takes more than is kept", async () => {
  const supply = await open("flac");
  await visit(supply, 0, 0);
  expect(supply.cutAt(0, 1)).not.toBeNull();
});
