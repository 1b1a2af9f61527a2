// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { listenToKeys, requestFor } from "./keys.ts";
import { make } from "./make.ts";
import { createState } from "./state.ts";

const state = createState();
state.currentTime.value = 60;
state.mediaSeconds.value = 180;
state.volume.value = 0.5;

it.each([
  [" ", "other", { type: "play" }],
  [" ", "seek", { type: "play" }],
  [" ", "button", null],
  ["k", "button", { type: "play" }],
  ["m", "other", { type: "mute", on: true }],
  ["ArrowLeft", "button", { type: "seek", to: 55 }],
  ["ArrowRight", "seek", { type: "seek", to: 65 }],
  ["ArrowRight", "volume", { type: "volume", to: 0.55 }],
  ["ArrowUp", "button", { type: "volume", to: 0.55 }],
  ["ArrowUp", "seek", { type: "seek", to: 65 }],
  ["ArrowDown", "volume", { type: "volume", to: 0.45 }],
  ["PageUp", "seek", { type: "seek", to: 90 }],
  ["PageDown", "seek", { type: "seek", to: 30 }],
  ["PageDown", "other", null],
  ["Home", "other", { type: "seek", to: 0 }],
  ["End", "seek", { type: "seek", to: 180 }],
  ["Home", "volume", null],
  ["Tab", "other", null],
  ["Enter", "button", null],
] as const)("%j on %s asks for %j", (key, focus, request) => {
  expect(requestFor(key, focus, state)).toEqual(request);
});

it("pauses what plays", () => {
  const playing = createState();
  playing.paused.value = false;
  expect(requestFor("k", "other", playing)).toEqual({ type: "pause" });
});

const press = (target: Element, init: KeyboardEventInit): boolean =>
  target.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init }));

it("listens inside only, leaves shortcuts alone, and ends with its life", () => {
  const root = make("div");
  const inner = make("p");
  root.append(inner);
  document.body.append(root);
  const life = new AbortController();
  const request = vi.fn();
  listenToKeys(root, { state, request }, life.signal);

  expect(press(inner, { key: " " })).toBe(false);
  expect(request).toHaveBeenCalledTimes(1);
  expect(press(inner, { key: " ", repeat: true })).toBe(false);
  expect(press(inner, { key: "k", ctrlKey: true })).toBe(true);
  expect(press(inner, { key: "x" })).toBe(true);
  expect(press(document.body, { key: " " })).toBe(true);
  expect(request).toHaveBeenCalledTimes(1);
  life.abort();
  expect(press(inner, { key: " " })).toBe(true);
});
