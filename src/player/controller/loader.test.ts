// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  collectionShare,
  removedShare,
  trackShare,
  trackView,
} from "../../../test/kits/player-examples.ts";
import { createPlayer } from "./player.ts";
import "../entries/mixer-chunk.ts";

const src = "https://api.example/v1/music/shared/shr_1";
let answers: (() => Response | Promise<Response>)[] = [];
let asked = 0;
let life = new AbortController();

const sharing = (url: string) => (): Response =>
  Response.json({ ...trackShare, track: { ...trackView, playback_url: url } });

beforeEach(() => {
  asked = 0;
  life = new AbortController();
  vi.stubGlobal("fetch", async () => answers[asked++]?.() ?? Response.error());
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

async function opened(...replies: typeof answers) {
  answers = replies;
  const media = document.createElement("audio");
  const player = createPlayer(media, life.signal);
  player.request({ type: "open", src });
  await vi.waitFor(() => expect(player.state.loading.value).toBe(false));
  const break_ = (code: number): void => {
    Object.defineProperty(media, "error", { value: { code }, configurable: true });
    media.dispatchEvent(new Event("error"));
    Object.defineProperty(media, "error", { value: null, configurable: true });
  };
  return { media, break: break_, ...player };
}

test("requests the share once and no sound before play is pressed", async () => {
  const { media, state, request } = await opened(sharing("https://s.example/1"));
  expect([asked, media.preload, media.hasAttribute("src")]).toEqual([1, "none", false]);
  expect(media.hasAttribute("crossorigin")).toBe(false);
  request({ type: "play" });
  expect(media.src).toBe("https://s.example/1");
  expect(state.paused.value).toBe(false);
});

test("requests the share again when the signed URL has expired, and continues at the same position", async () => {
  const player = await opened(sharing("https://s.example/1"), sharing("https://s.example/2"));
  player.request({ type: "play" });
  player.request({ type: "seek", to: 42 });
  player.break(2);
  await vi.waitFor(() => expect(player.media.src).toBe("https://s.example/2"));
  expect([player.media.currentTime, player.state.failure.value, asked]).toEqual([42, null, 2]);
});

const nowhere = (): Response => {
  throw new TypeError("Failed to fetch");
};

test.each([
  ["format", 4, (): Response => new Response("")],
  ["not-available", 4, (): Response => new Response("", { status: 404 })],
  ["expired", 2, (): Response => new Response("", { status: 403 })],
  ["refused", 2, (): Response => new Response("", { status: 500 })],
  ["unreachable", 2, nowhere],
])("says %s when a fresh URL fails too (media error %d)", async (kind, code, answer) => {
  const player = await opened(
    sharing("https://s.example/1"),
    sharing("https://s.example/2"),
    answer,
    nowhere,
  );
  player.request({ type: "play" });
  player.break(code);
  await vi.waitFor(() => expect(player.media.src).toBe("https://s.example/2"));
  player.break(code);
  await vi.waitFor(() => expect(player.state.failure.value?.kind).toBe(kind));
  expect(player.state.paused.value).toBe(true);
});

test("does not request the share again for a file that it cannot decode", async () => {
  const player = await opened(sharing("https://s.example/1"));
  player.request({ type: "play" });
  player.break(3);
  await vi.waitFor(() => expect(player.state.failure.value?.kind).toBe("not-playable"));
  expect(asked).toBe(1);
});

test("continues by itself when the network is back", async () => {
  const player = await opened(
    sharing("https://s.example/1"),
    nowhere,
    sharing("https://s.example/2"),
  );
  player.request({ type: "play" });
  const online = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
  player.break(2);
  await vi.waitFor(() => expect(player.state.failure.value?.kind).toBe("offline"));
  expect(player.state.paused.value).toBe(true);
  online.mockReturnValue(true);
  window.dispatchEvent(new Event("online"));
  await vi.waitFor(() => expect(player.media.src).toBe("https://s.example/2"));
  expect([player.state.failure.value, player.state.paused.value]).toEqual([null, false]);
  online.mockRestore();
});

test("plays a collection to its end, and any track of it", async () => {
  const { media, state, request } = await opened(() => Response.json(collectionShare));
  expect([state.tracks.value.length, state.trackIndex.value]).toEqual([2, 0]);
  request({ type: "play" });
  media.currentTime = 180;
  media.dispatchEvent(new Event("ended"));
  await vi.waitFor(() => expect(state.trackIndex.value).toBe(1));
  expect([media.currentTime, state.paused.value]).toEqual([0, false]);
  media.dispatchEvent(new Event("ended"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(state.trackIndex.value).toBe(1);
  request({ type: "track", index: 0 });
  request({ type: "track", index: 7 });
  expect(state.trackIndex.value).toBe(0);
});

test("makes no request about a file, and shows a card for a document", async () => {
  const player = await opened();
  player.request({ type: "open", src: "https://files.example/My%20Song.mp3" });
  await vi.waitFor(() => expect(player.state.track.value?.title).toBe("My Song"));
  expect(player.state.downloads.value).toHaveLength(1);
  player.request({ type: "open", src: "https://www.craftkit.dev/share/cks_abc123" });
  const url = "https://www.craftkit.dev/share/cks_abc123";
  await vi.waitFor(() => expect(player.state.document.value?.url).toBe(url));
  expect([player.state.shared.value, player.state.failure.value]).toEqual([null, null]);
  // The share that `opened` asks for, and nothing since.
  expect(asked).toBe(1);
});

test("shows why the share is gone when it is requested again", async () => {
  const player = await opened(sharing("https://s.example/1"), () => Response.json(removedShare));
  player.request({ type: "play" });
  player.break(2);
  await vi.waitFor(() => expect(player.state.failure.value?.kind).toBe("removed"));
  expect(player.state.paused.value).toBe(true);
});

test("remembers a press of play that comes before the answer", async () => {
  const player = await opened(sharing("https://s.example/1"), sharing("https://s.example/2"));
  player.request({ type: "open", src });
  player.request({ type: "play" });
  expect([player.state.paused.value, player.state.playWhenReady.value]).toEqual([true, true]);
  await vi.waitFor(() => expect(player.state.paused.value).toBe(false));
});

test("shows that the browser blocked the start, and plays at the next press", async () => {
  const { media, state, request } = await opened(sharing("https://s.example/1"));
  const play = media.play.bind(media);
  media.play = () => Promise.reject(new DOMException("no gesture", "NotAllowedError"));
  request({ type: "play" });
  await vi.waitFor(() => expect(state.failure.value?.kind).toBe("blocked"));
  media.play = play;
  request({ type: "play" });
  expect([state.failure.value, state.paused.value]).toEqual([null, false]);
});

test("waits as long as the service asked, then allows a retry", async () => {
  vi.useFakeTimers();
  answers = [() => new Response("", { status: 429, headers: { "retry-after": "30" } })];
  const { state, request } = createPlayer(document.createElement("audio"), life.signal);
  request({ type: "open", src });
  await vi.advanceTimersByTimeAsync(29_000);
  expect([state.failure.value?.kind, state.canRetry.value]).toEqual(["too-many", false]);
  request({ type: "play" });
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(1100);
  expect(state.canRetry.value).toBe(true);
});

test("ignores the answer for a source that has been replaced", async () => {
  const slow = Promise.withResolvers<Response>();
  answers = [() => slow.promise, sharing("https://s.example/2")];
  const { state, request } = createPlayer(document.createElement("audio"), life.signal);
  request({ type: "open", src });
  request({ type: "open", src });
  await vi.waitFor(() => expect(state.shared.value).not.toBeNull());
  slow.resolve(sharing("https://s.example/1")());
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(state.track.value?.playbackUrl).toBe("https://s.example/2");
});

test("calls a wait a stall after half a second", async () => {
  const { media, state, request } = await opened(sharing("https://s.example/1"));
  vi.useFakeTimers();
  request({ type: "play" });
  vi.advanceTimersByTime(490);
  expect(state.stalled.value).toBe(false);
  vi.advanceTimersByTime(20);
  expect(state.stalled.value).toBe(true);
  Object.defineProperty(media, "readyState", { value: 4 });
  media.dispatchEvent(new Event("playing"));
  expect(state.stalled.value).toBe(false);
});
