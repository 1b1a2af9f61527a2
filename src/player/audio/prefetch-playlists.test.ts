import { expect, it, vi } from "vitest";
import { readAhead } from "./prefetch-playlists.ts";
import { createShelves } from "./caches.ts";
import { createStem } from "./stem.ts";

/* Playlists that are read while the pointer is on its way, and what a press then asks for. */

const RATE = 44_100;
const at = "https://music.example/drums.m3u8";
const list = "#EXTM3U\n#EXTINF:6,\na.bin\n#EXTINF:6,\nb.bin\n#EXT-X-ENDLIST";
const asked: string[] = [];
const answers = vi.fn(async (url: string) => new Response(url.includes("m3u8") ? list : "sound"));
vi.stubGlobal("fetch", (url: string) => {
  asked.push(url.slice(url.lastIndexOf("/") + 1));
  return answers(url);
});

const life = () => new AbortController();
const settle = () => new Promise((done) => setTimeout(done, 5));

/** A press: what it asks for at once, and in all; a minute of the stem is known then. */
async function press(url = at) {
  asked.length = 0;
  const stem = createStem(url, "0", createShelves());
  const read = stem.read(0, life().signal);
  const atOnce = [...asked];
  await read;
  stem.lay(RATE);
  return { stem, atOnce, all: [...asked] };
}

it("asks for sound in the press itself, where the playlist is here; the next press reads it anew", async () => {
  readAhead([at], life().signal);
  await settle();
  const { stem, atOnce, all } = await press();
  expect([atOnce, all]).toEqual([["a.bin"], ["a.bin"]]);
  expect(stem.length()).toBe(12 * RATE);
  expect((await press()).all).toEqual(["drums.m3u8", "a.bin"]);
});

it("waits for a playlist that is on its way, and asks for each once", async () => {
  const [one, other] = [life(), life()];
  asked.length = 0;
  for (const { signal } of [one, other]) readAhead([at], signal);
  expect(asked).toEqual(["drums.m3u8"]);
  const { atOnce, all } = await press();
  expect([atOnce, all]).toEqual([[], ["a.bin"]]);
});

it("asks again for one that could not be had, was left, or has a new address", async () => {
  answers.mockResolvedValueOnce(new Response("", { status: 503 }));
  readAhead([at], life().signal);
  await settle();
  expect((await press()).all).toEqual(["drums.m3u8", "a.bin"]);

  const left = life();
  readAhead([at], left.signal);
  left.abort();
  await settle();
  expect((await press()).all).toEqual(["drums.m3u8", "a.bin"]);

  readAhead([at], life().signal);
  await settle();
  const { stem } = await press();
  stem.renew(`${at}?new`);
  asked.length = 0;
  await stem.read(6, life().signal);
  expect(asked).toEqual(["drums.m3u8?new", "b.bin"]);
});

it("leaves alone what is no playlist", async () => {
  answers.mockResolvedValueOnce(new Response("ID3 sound"));
  readAhead([at], life().signal);
  await settle();
  expect((await press()).all).toEqual(["drums.m3u8", "a.bin"]);
});
