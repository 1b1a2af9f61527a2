import type { Player } from "../controller/player.ts";
import { markRequest } from "../state/loop-points.ts";
import type { Request } from "../controller/requests.ts";
import { nextSpeed } from "../state/playback-rates.ts";
import type { State } from "../state/state.ts";

const STEP_SECONDS = 5;
const SKIP_SECONDS = 10;
const LEAP_SECONDS = 30;
const STEP_VOLUME = 0.05;

/** What kind of control has the focus: each has keys of its own, and a text field has them all. */
export type Focus = "seek" | "volume" | "slider" | "button" | "typing" | "other";

type Act = (state: State) => Request | null;

const seek = (to: number): Request => ({ type: "seek", to });
const move =
  (by: number): Act =>
  (state) =>
    seek(state.currentTime.value + by);
const louder =
  (by: number): Act =>
  (state) => ({ type: "volume", to: state.volume.value + by });
const speed =
  (faster: boolean): Act =>
  (state) =>
    state.canRate.value ? { type: "rate", to: nextSpeed(state.rate.value, faster) } : null;
const toggle: Act = (state) => ({ type: state.paused.value ? "play" : "pause" });
const loop: Act = (state) => ({ type: "loop", on: !state.loop.value });

/** Keys that no focused control but a text field has a use for. */
const ANYWHERE: Readonly<Record<string, Act>> = {
  k: toggle,
  m: (state) => ({ type: "mute", on: !state.muted.value }),
  j: move(-SKIP_SECONDS),
  l: move(SKIP_SECONDS),
  L: loop,
  r: loop,
  "<": speed(false),
  ">": speed(true),
  "[": (state) => markRequest(state, "from", state.currentTime.value),
  "]": (state) => markRequest(state, "to", state.currentTime.value),
};

/** Keys that sliders, lists and choices use themselves. */
const FREE: Readonly<Record<string, Act>> = {
  ArrowLeft: move(-STEP_SECONDS),
  ArrowRight: move(STEP_SECONDS),
  ArrowUp: louder(STEP_VOLUME),
  ArrowDown: louder(-STEP_VOLUME),
  Home: () => seek(0),
  End: (state) => seek(state.duration.value ?? 0),
};

// A slider answers to all four arrows and to the page keys: https://www.w3.org/WAI/ARIA/apg/patterns/slider-seek/
const SEEK: Readonly<Record<string, Act>> = {
  ...FREE,
  ArrowUp: move(STEP_SECONDS),
  ArrowDown: move(-STEP_SECONDS),
  PageUp: move(LEAP_SECONDS),
  PageDown: move(-LEAP_SECONDS),
};
const VOLUME: Readonly<Record<string, Act>> = {
  ArrowLeft: louder(-STEP_VOLUME),
  ArrowRight: louder(STEP_VOLUME),
  ArrowUp: louder(STEP_VOLUME),
  ArrowDown: louder(-STEP_VOLUME),
};
const OWN: Readonly<Record<Focus, Readonly<Record<string, Act>>>> = {
  seek: { ...SEEK, " ": toggle },
  volume: { ...VOLUME, " ": toggle },
  slider: { " ": toggle },
  button: FREE,
  typing: {},
  other: { ...FREE, " ": toggle },
};

/** The request a key stands for, or null when the key is not ours and belongs to the focused control or the page. */
export function requestFor(key: string, focus: Focus, state: State): Request | null {
  if (focus === "typing") return null;
  if (/^\d$/.test(key)) return seek(((state.duration.value ?? 0) * Number(key)) / 10);
  for (const keys of [OWN[focus], ANYWHERE])
    if (Object.hasOwn(keys, key)) return keys[key]?.(state) ?? null;
  return null;
}

/** Held down, these go on; any other key acts once. */
const REPEATS = /^Arrow|^Page|^[jl]$/;

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return "other";
  if (target.matches("button, a")) return "button";
  if (target.matches(".seek input")) return "seek";
  if (target.matches(".volume input")) return "volume";
  if (target.matches("input[type=range]")) return "slider";
  return target.matches("input, select, textarea") ? "typing" : "other";
}

/** Listens to keys inside `root` only: what is pressed elsewhere on the page is the page's. */
export function listenToKeys(root: HTMLElement, player: Player, life: AbortSignal): void {
  root.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      // With Shift a letter is a capital, with Caps Lock too: only the first is meant.
      const { key, shiftKey, repeat } = event;
      const meant = /^[A-Z]$/.test(key) && !shiftKey ? key.toLowerCase() : key;
      const request = requestFor(meant, focusOf(event.target), player.state);
      if (!request) return;
      event.preventDefault();
      event.stopPropagation();
      if (!repeat || REPEATS.test(meant)) player.request(request);
    },
    { signal: life },
  );
}
