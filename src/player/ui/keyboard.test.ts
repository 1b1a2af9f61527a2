// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { drawn, opened, press, share, track } from "../../../test/kits/render-player.ts";
import { createElement } from "../lib/dom.ts";
import { createState } from "../state/state.ts";
import { bindKeyboard, getKeyRequest } from "./keyboard.ts";

const state = createState();
state.currentTime.value = 60;
state.mediaDuration.value = 180;
state.volume.value = 0.5;

test.each([
  [" ", "other", { type: "play" }],
  [" ", "seek", { type: "play" }],
  [" ", "slider", { type: "play" }],
  [" ", "button", null],
  ["k", "button", { type: "play" }],
  ["m", "other", { type: "mute", on: true }],
  ["j", "other", { type: "seek", to: 50 }],
  ["l", "slider", { type: "seek", to: 70 }],
  ["L", "other", { type: "loop", on: true }],
  ["r", "other", { type: "loop", on: true }],
  ["<", "other", { type: "rate", to: 0.75 }],
  [">", "button", { type: "rate", to: 1.25 }],
  ["[", "other", { type: "region", from: 60, to: 180 }],
  ["]", "other", { type: "region", from: 0, to: 60 }],
  ["0", "other", { type: "seek", to: 0 }],
  ["9", "volume", { type: "seek", to: 162 }],
  ["ArrowLeft", "button", { type: "seek", to: 55 }],
  ["ArrowRight", "seek", { type: "seek", to: 65 }],
  ["ArrowRight", "volume", { type: "volume", to: 0.55 }],
  ["ArrowUp", "button", { type: "volume", to: 0.55 }],
  ["ArrowUp", "seek", { type: "seek", to: 65 }],
  ["ArrowDown", "volume", { type: "volume", to: 0.45 }],
  ["ArrowDown", "slider", null],
  ["ArrowLeft", "slider", null],
  ["PageUp", "seek", { type: "seek", to: 90 }],
  ["PageDown", "seek", { type: "seek", to: 30 }],
  ["PageDown", "other", null],
  ["Home", "other", { type: "seek", to: 0 }],
  ["End", "seek", { type: "seek", to: 180 }],
  ["Home", "volume", null],
  ["End", "slider", null],
  ["Tab", "other", null],
  ["Enter", "button", null],
  ["k", "typing", null],
  ["5", "typing", null],
  [" ", "typing", null],
  ["constructor", "other", null],
] as const)("%j on %s asks for %j", (key, focus, request) => {
  expect(getKeyRequest(key, focus, state)).toEqual(request);
});

test("pauses when it plays, and leaves the rate when the pitch would change", () => {
  const playing = createState();
  playing.paused.value = false;
  playing.canChangeRate.value = false;
  expect(getKeyRequest("k", "other", playing)).toEqual({ type: "pause" });
  expect(getKeyRequest(">", "other", playing)).toBeNull();
});

test("handles keys inside the player only, leaves shortcuts alone, and stops when it is aborted", () => {
  const root = createElement("div");
  const inner = createElement("p");
  root.append(inner);
  document.body.append(root);
  const life = new AbortController();
  const request = vi.fn();
  bindKeyboard(root, { state, request }, life.signal);

  expect(press(inner, " ")).toBe(false);
  expect(request).toHaveBeenCalledTimes(1);
  expect(press(inner, " ", { repeat: true })).toBe(false);
  for (const held of ["ctrlKey", "altKey", "metaKey"] as const)
    expect(press(inner, "k", { [held]: true })).toBe(true);
  expect(press(inner, "x")).toBe(true);
  expect(press(document.body, " ")).toBe(true);
  expect(request).toHaveBeenCalledTimes(1);
  expect(press(inner, "j", { repeat: true })).toBe(false);
  expect(request).toHaveBeenCalledTimes(2);
  life.abort();
  expect(press(inner, " ")).toBe(true);
});

test("a capital letter with Caps Lock is the small letter, with Shift another key", () => {
  const root = createElement("div");
  const request = vi.fn();
  bindKeyboard(root, { state, request }, new AbortController().signal);
  press(root, "L");
  press(root, "L", { shiftKey: true });
  press(root, "K", { shiftKey: true });
  expect(request.mock.calls).toEqual([[{ type: "seek", to: 70 }], [{ type: "loop", on: true }]]);
});

test("leaves a select, a text field and a link their keys", async () => {
  const { asked, find } = await opened((one) => {
    share(one, { downloads: [{ label: null, url: "https://x.example/a" }] });
    one.linkUrl.value = "https://x.example/s";
  }, "more");
  for (const key of ["k", " ", "ArrowDown", "5"]) {
    expect(press(find(".speed"), key)).toBe(true);
    expect(press(find(".address"), key)).toBe(true);
  }
  expect(press(find(".download a"), " ")).toBe(true);
  expect(asked).toEqual([]);
});

test("knows the seek bar, the volume and a stem's slider apart", async () => {
  const { asked, find } = await opened((one) => {
    share(one, track);
    one.currentTime.value = 60;
    one.stems.value = [{ label: "Drums", volume: 1, muted: false, solo: false }];
  }, "stems");
  press(find(".seek input"), "ArrowUp");
  press(find(".volume input"), "ArrowDown");
  expect(press(find(".stem input"), "ArrowDown")).toBe(true);
  expect(asked).toEqual([
    { type: "seek", to: 65 },
    { type: "volume", to: 0.95 },
  ]);
});

test("does nothing before the chunk with the keys is loaded, which the focus starts", async () => {
  const { asked, find } = drawn();
  find(".play").focus();
  find(".play").dispatchEvent(new Event("focusin", { bubbles: true }));
  await vi.waitFor(() => expect(press(find(".play"), "k")).toBe(false));
  expect(asked).toEqual([{ type: "play" }]);
});
