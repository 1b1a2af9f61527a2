import type { Player } from "./player.ts";
import type { Request } from "./requests.ts";
import type { State } from "./state.ts";

const STEP_SECONDS = 5;
const LEAP_SECONDS = 30;
const STEP_VOLUME = 0.05;

const seek = (to: number): Request => ({ type: "seek", to });

/** What kind of control has the focus: sliders and buttons have keys of their own. */
export type Focus = "seek" | "volume" | "button" | "other";

/** The request a key stands for, or null when the key is not ours and belongs to the focused control or the page. */
export function requestFor(key: string, focus: Focus, state: State): Request | null {
  const at = state.currentTime.value;
  const louder = (step: number): Request => ({ type: "volume", to: state.volume.value + step });
  const toggle: Request = { type: state.paused.value ? "play" : "pause" };
  // A slider answers to all four arrows: https://www.w3.org/WAI/ARIA/apg/patterns/slider-seek/
  const upward = focus === "seek" ? seek : null;
  switch (key) {
    case " ":
      return focus === "button" ? null : toggle;
    case "k":
      return toggle;
    case "m":
      return { type: "mute", on: !state.muted.value };
    case "ArrowLeft":
      return focus === "volume" ? louder(-STEP_VOLUME) : seek(at - STEP_SECONDS);
    case "ArrowRight":
      return focus === "volume" ? louder(STEP_VOLUME) : seek(at + STEP_SECONDS);
    case "ArrowUp":
      return upward ? upward(at + STEP_SECONDS) : louder(STEP_VOLUME);
    case "ArrowDown":
      return upward ? upward(at - STEP_SECONDS) : louder(-STEP_VOLUME);
    case "PageUp":
      return focus === "seek" ? seek(at + LEAP_SECONDS) : null;
    case "PageDown":
      return focus === "seek" ? seek(at - LEAP_SECONDS) : null;
    case "Home":
      return focus === "volume" ? null : seek(0);
    case "End":
      return focus === "volume" ? null : seek(state.duration.value ?? 0);
    default:
      return null;
  }
}

const HELD_ONCE = new Set([" ", "k", "m"]);

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof HTMLElement)) return "other";
  if (target.matches("button")) return "button";
  if (target.matches(".seek input")) return "seek";
  return target.matches(".volume input") ? "volume" : "other";
}

/** Listens to keys inside `root` only: what is pressed elsewhere on the page is the page's. */
export function listenToKeys(root: HTMLElement, player: Player, life: AbortSignal): void {
  root.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const request = requestFor(event.key, focusOf(event.target), player.state);
      if (!request) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat || !HELD_ONCE.has(event.key)) player.request(request);
    },
    { signal: life },
  );
}
