// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { removedShare, trackShare, trackView } from "./examples.ts";
import { createPlayer } from "./player.ts";

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
  await vi.waitFor(() => expect(player.state.asking.value).toBe(false));
  const break_ = (code: number): void => {
    Object.defineProperty(media, "error", { value: { code }, configurable: true });
    media.dispatchEvent(new Event("error"));
    Object.defineProperty(media, "error", { value: null, configurable: true });
  };
  return { media, break: break_, ...player };
}

it("asks once and fetches no sound before a press", async () => {
  const { media, state, request } = await opened(sharing("https://s.example/1"));
  expect([asked, media.preload, media.hasAttribute("src")]).toEqual([1, "none", false]);
  expect(media.hasAttribute("crossorigin")).toBe(false);
  request({ type: "play" });
  expect(media.src).toBe("https://s.example/1");
  expect(state.paused.value).toBe(false);
});

it("asks again when the signed URL has died, and goes on at the same place", async () => {
  const player = await opened(sharing("https://s.example/1"), sharing("https://s.example/2"));
  player.request({ type: "play" });
  player.request({ type: "seek", to: 42 });
  player.break(2);
  await vi.waitFor(() => expect(player.media.src).toBe("https://s.example/2"));
  expect([player.media.currentTime, player.state.failure.value, asked]).toEqual([42, null, 2]);
});

it.each([
  [2, "unreachable"],
  [4, "not-playable"],
])("says that it failed when a fresh URL fails too (media error %d)", async (code, kind) => {
  const player = await opened(sharing("https://s.example/1"), sharing("https://s.example/2"));
  player.request({ type: "play" });
  player.break(code);
  await vi.waitFor(() => expect(player.media.src).toBe("https://s.example/2"));
  player.break(code);
  expect([player.state.failure.value?.kind, player.state.paused.value, asked]).toEqual([
    kind,
    true,
    2,
  ]);
});

it("does not ask again for a file it cannot decode", async () => {
  const player = await opened(sharing("https://s.example/1"));
  player.request({ type: "play" });
  player.break(3);
  expect([player.state.failure.value?.kind, asked]).toEqual(["not-playable", 1]);
});

it("says what has become of the share when it is asked again", async () => {
  const player = await opened(sharing("https://s.example/1"), () => Response.json(removedShare));
  player.request({ type: "play" });
  player.break(2);
  await vi.waitFor(() => expect(player.state.failure.value?.kind).toBe("removed"));
  expect(player.state.paused.value).toBe(true);
});

it("keeps a press that comes before the answer", async () => {
  const player = await opened(sharing("https://s.example/1"), sharing("https://s.example/2"));
  player.request({ type: "open", src });
  player.request({ type: "play" });
  expect([player.state.paused.value, player.state.startsWhenHere.value]).toEqual([true, true]);
  await vi.waitFor(() => expect(player.state.paused.value).toBe(false));
});

it("says that the browser held back the sound, and plays at the next press", async () => {
  const { media, state, request } = await opened(sharing("https://s.example/1"));
  const play = media.play.bind(media);
  media.play = () => Promise.reject(new DOMException("no gesture", "NotAllowedError"));
  request({ type: "play" });
  await vi.waitFor(() => expect(state.failure.value?.kind).toBe("blocked"));
  media.play = play;
  request({ type: "play" });
  expect([state.failure.value, state.paused.value]).toEqual([null, false]);
});

it("waits as long as it was told, then allows another try", async () => {
  vi.useFakeTimers();
  answers = [() => new Response("", { status: 429, headers: { "retry-after": "30" } })];
  const { state, request } = createPlayer(document.createElement("audio"), life.signal);
  request({ type: "open", src });
  await vi.advanceTimersByTimeAsync(29_000);
  expect([state.failure.value?.kind, state.mayRetry.value]).toEqual(["too-many", false]);
  request({ type: "play" });
  expect(asked).toBe(1);
  await vi.advanceTimersByTimeAsync(1100);
  expect(state.mayRetry.value).toBe(true);
});

it("drops the answer for a link that is no longer wanted", async () => {
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

it("calls a wait a stall after half a second", async () => {
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
