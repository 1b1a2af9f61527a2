// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from "vitest";
import { trackShare } from "../../../test/kits/player-examples.ts";
import { createPlayer } from "./player.ts";
import { handlers } from "./requests.ts";
import type { Request } from "./requests.ts";

const src = "https://api.example/v1/music/shared/shr_1";
const examples: { readonly [T in Request["type"]]: Extract<Request, { type: T }> } = {
  open: { type: "open", src },
  close: { type: "close" },
  retry: { type: "retry" },
  play: { type: "play" },
  pause: { type: "pause" },
  seek: { type: "seek", to: 12 },
  volume: { type: "volume", to: 0.5 },
  mute: { type: "mute", on: true },
  prefetch: { type: "prefetch" },
  skip: { type: "skip", by: -10 },
  rate: { type: "rate", to: 1.5 },
  loop: { type: "loop", on: true },
  region: { type: "region", from: 3, to: 5 },
  "region-off": { type: "region-off" },
  track: { type: "track", index: 1 },
  stem: { type: "stem", index: 0, solo: true },
  save: { type: "save" },
};
const requests = Object.values(examples);

beforeEach(() => {
  vi.stubGlobal("fetch", async () => Response.json(trackShare));
});

function player() {
  const media = document.createElement("audio");
  return { media, ...createPlayer(media, new AbortController().signal) };
}

test("has a handler for each request and no other", () => {
  expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(examples).toSorted());
});

test.each(requests)("handles $type with nothing to play", (request) => {
  const { state, request: ask } = player();
  expect(() => ask(request)).not.toThrow();
  expect(state.paused.value).toBe(true);
});

test.each(requests)("handles $type with a share", async (request) => {
  const { state, request: ask } = player();
  ask(examples.open);
  await vi.waitFor(() => expect(state.shared.value).not.toBeNull());
  expect(() => ask(request)).not.toThrow();
});

test.each([
  [-4, 0],
  [12, 12],
  [9999, 184.2],
  [Number.NaN, 0],
])("seeks to %d as %d seconds, before there is any sound", async (to, at) => {
  const { media, state, request: ask } = player();
  ask(examples.open);
  await vi.waitFor(() => expect(state.shared.value).not.toBeNull());
  ask({ type: "seek", to });
  expect(state.currentTime.value).toBe(at);
  expect(media.hasAttribute("src")).toBe(false);
});

test.each([
  [-1, 0],
  [0.3, 0.3],
  [7, 1],
])("sets the volume %d as %d", (to, volume) => {
  const { media, request: ask } = player();
  media.muted = true;
  ask({ type: "volume", to });
  expect(media.volume).toBe(volume);
  expect(media.muted).toBe(volume === 0);
});

test("shows only the properties of the media element", async () => {
  const { media, state, request: ask } = player();
  media.play = () => new Promise(() => undefined);
  ask(examples.open);
  await vi.waitFor(() => expect(state.shared.value).not.toBeNull());
  ask({ type: "play" });
  expect(state.paused.value).toBe(true);
});
