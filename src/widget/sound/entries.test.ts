import { afterEach, expect, it, vi } from "vitest";
import { createSupply } from "./supply.ts";
import type { Supply } from "./supply.ts";

/* Eight stems of two minutes, of which 32 MB are kept decoded: eleven seconds. */

const RATE = 44_100;
const SECONDS = 120;
const list = [
  "#EXTM3U",
  "#EXT-X-TARGETDURATION:1",
  ...Array.from({ length: SECONDS }, (_, at) => `#EXTINF:1,\n${at}.bin`),
  "#EXT-X-ENDLIST",
].join("\n");

afterEach(() => vi.unstubAllGlobals());

async function open(): Promise<{ supply: Supply; decodes: () => number }> {
  let decodes = 0;
  vi.stubGlobal(
    "fetch",
    async (url: string) => new Response(url.endsWith("m3u8") ? list : "sound"),
  );
  const Context = class {
    async decodeAudioData(): Promise<Pick<AudioBuffer, "length" | "numberOfChannels">> {
      decodes += 1;
      return { length: RATE, numberOfChannels: 2 };
    }
  };
  vi.stubGlobal("OfflineAudioContext", Context);
  const urls = Array.from({ length: 8 }, (_, at) => `https://music.example/${at}.m3u8`);
  const supply = createSupply(urls, new AbortController().signal, vi.fn(), (why) => {
    throw new Error(why.kind);
  });
  for (const stem of supply.stems) {
    await stem.read(0, new AbortController().signal);
    stem.lay(RATE);
  }
  return { supply, decodes: () => decodes };
}

/** Goes there, and plays on until nine seconds are decoded. */
async function visit(supply: Supply, seconds: number): Promise<void> {
  const place = seconds * RATE;
  const way = (at: number) => ({ straight: SECONDS * RATE - at, next: null });
  const isHere = () => supply.cutAt(place + 8 * RATE, 1) !== null;
  const wanted = (): boolean => {
    supply.want(place, 9 * RATE, way);
    return isHere();
  };
  await vi.waitUntil(wanted, { interval: 1 });
  supply.keep(place);
}

it("has where somebody went at hand when they go there again, long after the rest of it is forgotten", async () => {
  const { supply, decodes } = await open();
  const places = [0, 90, 30, 60, 20, 100, 45, 75, 10];
  for (const place of places) await visit(supply, place);
  const before = decodes();
  for (const place of places) expect(supply.cutAt(place * RATE, 1), `at ${place} s`).not.toBeNull();
  expect(supply.cutAt(95 * RATE, 1)).toBeNull();
  expect(decodes()).toBe(before);
});
