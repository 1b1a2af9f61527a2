import type { Player } from "../controller/player.ts";
import type { Request } from "../controller/requests.ts";
import { createRegionRequest } from "../state/loop-points.ts";
import { getNextRate } from "../state/playback-rates.ts";
import type { State } from "../state/state.ts";

const ARROW_SECONDS = 5;
const SKIP_SECONDS = 10;
const PAGE_SECONDS = 30;
const VOLUME_STEP = 0.05;

/** What kind of control has the focus: each kind uses some keys itself, and a text field uses all of them. */
export type Focus = "seek" | "volume" | "slider" | "button" | "typing" | "other";

type KeyAction = (state: State) => Request | null;

const seek = (to: number): Request => ({ type: "seek", to });
const seekBy =
  (by: number): KeyAction =>
  (state) =>
    seek(state.currentTime.value + by);
const changeVolume =
  (by: number): KeyAction =>
  (state) => ({ type: "volume", to: state.volume.value + by });
const changeRate =
  (faster: boolean): KeyAction =>
  (state) =>
    state.canChangeRate.value ? { type: "rate", to: getNextRate(state.rate.value, faster) } : null;
const toggle: KeyAction = (state) => ({ type: state.paused.value ? "play" : "pause" });
const loop: KeyAction = (state) => ({ type: "loop", on: !state.loop.value });

/** Keys that work whatever has the focus, except in a text field. */
const GLOBAL_KEYS: Readonly<Record<string, KeyAction>> = {
  k: toggle,
  m: (state) => ({ type: "mute", on: !state.muted.value }),
  j: seekBy(-SKIP_SECONDS),
  l: seekBy(SKIP_SECONDS),
  L: loop,
  r: loop,
  "<": changeRate(false),
  ">": changeRate(true),
  "[": (state) => createRegionRequest(state, "from", state.currentTime.value),
  "]": (state) => createRegionRequest(state, "to", state.currentTime.value),
};

/** Keys that work unless a slider, a list or a select has the focus, which use them themselves. */
const NAVIGATION_KEYS: Readonly<Record<string, KeyAction>> = {
  ArrowLeft: seekBy(-ARROW_SECONDS),
  ArrowRight: seekBy(ARROW_SECONDS),
  ArrowUp: changeVolume(VOLUME_STEP),
  ArrowDown: changeVolume(-VOLUME_STEP),
  Home: () => seek(0),
  End: (state) => seek(state.duration.value ?? 0),
};

// A slider supports all four arrows and to the page keys: https://www.w3.org/WAI/ARIA/apg/patterns/slider-seek/
const SEEK_KEYS: Readonly<Record<string, KeyAction>> = {
  ...NAVIGATION_KEYS,
  ArrowUp: seekBy(ARROW_SECONDS),
  ArrowDown: seekBy(-ARROW_SECONDS),
  PageUp: seekBy(PAGE_SECONDS),
  PageDown: seekBy(-PAGE_SECONDS),
};
const VOLUME_KEYS: Readonly<Record<string, KeyAction>> = {
  ArrowLeft: changeVolume(-VOLUME_STEP),
  ArrowRight: changeVolume(VOLUME_STEP),
  ArrowUp: changeVolume(VOLUME_STEP),
  ArrowDown: changeVolume(-VOLUME_STEP),
};
const FOCUS_KEYS: Readonly<Record<Focus, Readonly<Record<string, KeyAction>>>> = {
  seek: { ...SEEK_KEYS, " ": toggle },
  volume: { ...VOLUME_KEYS, " ": toggle },
  slider: { " ": toggle },
  button: NAVIGATION_KEYS,
  typing: {},
  other: { ...NAVIGATION_KEYS, " ": toggle },
};

/** The request that a key makes, or null when the key belongs to the focused control or the page. */
export function getKeyRequest(key: string, focus: Focus, state: State): Request | null {
  if (focus === "typing") return null;
  if (/^\d$/.test(key)) return seek(((state.duration.value ?? 0) * Number(key)) / 10);
  for (const keys of [FOCUS_KEYS[focus], GLOBAL_KEYS])
    if (Object.hasOwn(keys, key)) return keys[key]?.(state) ?? null;
  return null;
}

/** Keys that act again while they are held down; any other key acts once. */
const REPEATING_KEYS = /^Arrow|^Page|^[jl]$/;

function getFocus(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return "other";
  if (target.matches("button, a")) return "button";
  if (target.matches(".seek input")) return "seek";
  if (target.matches(".volume input")) return "volume";
  if (target.matches("input[type=range]")) return "slider";
  return target.matches("input, select, textarea") ? "typing" : "other";
}

/** Handles the keys pressed inside `root`, until `life` is aborted; keys pressed elsewhere belong to the page. */
export function bindKeyboard(root: HTMLElement, player: Player, life: AbortSignal): void {
  root.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      // A capital letter means Shift only when Shift is down; with Caps Lock it means the small letter.
      const { key, shiftKey, repeat } = event;
      const typed = /^[A-Z]$/.test(key) && !shiftKey ? key.toLowerCase() : key;
      const request = getKeyRequest(typed, getFocus(event.target), player.state);
      if (!request) return;
      event.preventDefault();
      event.stopPropagation();
      if (!repeat || REPEATING_KEYS.test(typed)) player.request(request);
    },
    { signal: life },
  );
}
