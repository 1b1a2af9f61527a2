import { expect, test, vi } from "vitest";
import { prefetchPlaylists } from "./prefetch-playlists.ts";
import { createStemCaches } from "./stem-caches.ts";
import { createStemDecoder } from "./stem-decoder.ts";

/* Playlists that are prefetched, and the requests that a stem makes when it is opened afterwards. */

const RATE = 44_100;
const playlist = "https://music.example/drums.m3u8";
const list = "#EXTM3U\n#EXTINF:6,\na.bin\n#EXTINF:6,\nb.bin\n#EXT-X-ENDLIST";
const requests: string[] = [];
const respond = vi.fn(async (url: string) => new Response(url.includes("m3u8") ? list : "sound"));
vi.stubGlobal("fetch", (url: string) => {
  requests.push(url.slice(url.lastIndexOf("/") + 1));
  return respond(url);
});

const life = () => new AbortController();
const settle = () => new Promise((done) => setTimeout(done, 5));

/** Opens the stem. Returns the file names it requested at once, and all of them. */
async function openStem() {
  requests.length = 0;
  const stem = createStemDecoder(playlist, "0", createStemCaches());
  const opening = stem.open(0, life().signal);
  const atOnce = [...requests];
  await opening;
  stem.setRate(RATE);
  return { stem, atOnce, all: [...requests] };
}

test("requests audio at once when the playlist was prefetched, and fetches the playlist again the next time", async () => {
  prefetchPlaylists([playlist], life().signal);
  await settle();
  const { stem, atOnce, all } = await openStem();
  expect([atOnce, all]).toEqual([["a.bin"], ["a.bin"]]);
  expect(stem.length()).toBe(12 * RATE);
  expect((await openStem()).all).toEqual(["drums.m3u8", "a.bin"]);
});

test("waits for a playlist that is being fetched, and fetches each once", async () => {
  const [one, other] = [life(), life()];
  requests.length = 0;
  for (const { signal } of [one, other]) prefetchPlaylists([playlist], signal);
  expect(requests).toEqual(["drums.m3u8"]);
  const { atOnce, all } = await openStem();
  expect([atOnce, all]).toEqual([[], ["a.bin"]]);
});

test("fetches a playlist again that failed, was aborted, or has a new URL", async () => {
  respond.mockResolvedValueOnce(new Response("", { status: 503 }));
  prefetchPlaylists([playlist], life().signal);
  await settle();
  expect((await openStem()).all).toEqual(["drums.m3u8", "a.bin"]);

  const aborted = life();
  prefetchPlaylists([playlist], aborted.signal);
  aborted.abort();
  await settle();
  expect((await openStem()).all).toEqual(["drums.m3u8", "a.bin"]);

  prefetchPlaylists([playlist], life().signal);
  await settle();
  const { stem } = await openStem();
  stem.setUrl(`${playlist}?new`);
  requests.length = 0;
  await stem.open(6, life().signal);
  expect(requests).toEqual(["drums.m3u8?new", "b.bin"]);
});

test("ignores a prefetched file that is not a playlist", async () => {
  respond.mockResolvedValueOnce(new Response("ID3 sound"));
  prefetchPlaylists([playlist], life().signal);
  await settle();
  expect((await openStem()).all).toEqual(["drums.m3u8", "a.bin"]);
});
