// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { createState } from "./state.ts";
import type { State } from "./state.ts";
import { drawPlayer } from "./view.ts";

const track = {
  title: "<img src=x onerror=alert(1)>",
  seconds: 65,
  playbackUrl: "https://s.example/1",
  credit: { licence: "personal_only" },
};

function drawn(set: (state: State) => void = () => undefined) {
  const state = createState();
  set(state);
  const request = vi.fn();
  const root = drawPlayer({ state, request }, new AbortController().signal);
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
  return { state, request, root, find };
}

it("draws every text as text", () => {
  const { find, root } = drawn((state) => {
    state.shared.value = { kind: "track", name: null, tracks: [track] };
  });
  expect(find(".title").textContent).toBe(track.title);
  expect(root.querySelector("img")).toBeNull();
  expect(find(".notes").textContent).toBe("Credit required · personal use only");
});

it("names the collection and its length", () => {
  const { find } = drawn((state) => {
    state.shared.value = { kind: "collection", name: "Harbour", tracks: [track, track] };
  });
  expect(find(".notes").textContent).toContain("1 of 2 in Harbour");
});

it("says time in words, and holds its tongue while a focused slider plays", () => {
  const { state, find, root } = drawn((one) => {
    one.shared.value = { kind: "track", name: null, tracks: [track] };
    one.paused.value = false;
  });
  document.body.append(root);
  const slider = find(".seek input");
  state.currentTime.value = 5;
  expect(slider.getAttribute("aria-valuetext")).toBe("5 seconds of 1 minute 5 seconds");
  slider.focus();
  state.currentTime.value = 10;
  expect(slider.getAttribute("aria-valuetext")).toBe("5 seconds of 1 minute 5 seconds");
  expect(find(".time").textContent).toBe("0:10");
  state.paused.value = true;
  expect(slider.getAttribute("aria-valuetext")).toBe("10 seconds of 1 minute 5 seconds");
});

it("has no live region but the sentence, and a name on each control", () => {
  const { root } = drawn();
  expect(root.querySelectorAll("[role=status], [aria-live]")).toHaveLength(1);
  for (const control of root.querySelectorAll("button:not([hidden]), input"))
    expect(control.getAttribute("aria-label")).toBeTruthy();
});

it.each([
  ["Ready", () => undefined],
  ["Playing", (state: State) => void (state.paused.value = false)],
  ["Paused", (state: State) => void (state.currentTime.value = 3)],
  ["Waiting", (state: State) => void (state.stalled.value = true)],
  ["The end", (state: State) => void (state.ended.value = true)],
  ["Loading", (state: State) => void (state.startsWhenHere.value = true)],
  ["This link", (state: State) => void (state.failure.value = { kind: "gone" })],
])("says %s", (start, set) => {
  const { find } = drawn((state) => {
    state.shared.value = { kind: "track", name: null, tracks: [track] };
    set(state);
  });
  expect(find(".words").textContent.startsWith(start)).toBe(true);
});

it.each([
  ["gone", true],
  ["unreachable", false],
  ["not-an-address", true],
] as const)("offers another try after %s only if that can help", (kind, hidden) => {
  const { find, request } = drawn((state) => void (state.failure.value = { kind }));
  expect(find(".retry").hidden).toBe(hidden);
  expect(find(".card").classList.contains("failed")).toBe(true);
  find(".retry").click();
  expect(request).toHaveBeenCalledWith({ type: "retry" });
});

it("asks, and waits for the answer, when a button is pressed", () => {
  const { find, request } = drawn();
  find(".play").click();
  find(".mute").click();
  expect(request.mock.calls).toEqual([[{ type: "play" }], [{ type: "mute", on: true }]]);
  expect(find(".play").getAttribute("aria-label")).toBe("Play");
  expect(find(".mute").getAttribute("aria-pressed")).toBe("false");
});
