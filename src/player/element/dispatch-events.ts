import { untracked } from "@preact/signals-core";
import { RELAYED_EVENTS } from "../audio/active-output.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { State } from "../state/state.ts";

/**
 * Dispatches the player's events on its element, named like those of `<audio>`: those of the active output,
 * `loadedmetadata` once the length of a track is known (before any press), `error` for each failure except a blocked start,
 * and our own `trackchange`, `stemchange` and `regionchange` (each when the property of that name has another value)
 * and `save` (the listener wants to keep the track).
 */
export function dispatchEvents(
  element: HTMLElement,
  output: EventTarget,
  state: State,
  life: AbortSignal,
): void {
  const dispatch = (type: string): void => {
    element.dispatchEvent(new Event(type, { bubbles: type === "save" }));
  };
  for (const type of RELAYED_EVENTS)
    output.addEventListener(type, () => dispatch(type), { signal: life });

  let hadDuration = false;
  watchSignals(life, () => {
    const hasDuration = state.duration.value !== null;
    const isNew = hasDuration && !hadDuration;
    hadDuration = hasDuration;
    if (isNew) untracked(() => dispatch("loadedmetadata"));
  });
  const changes = {
    trackchange: "trackIndex",
    stemchange: "stems",
    regionchange: "region",
  } as const;
  for (const [type, name] of Object.entries(changes)) {
    let previous: unknown = state[name].peek();
    watchSignals(life, () => {
      const value: unknown = state[name].value;
      if (value !== previous) untracked(() => dispatch(type));
      previous = value;
    });
  }
  watchSignals(life, () => {
    const failure = state.failure.value;
    if (failure && failure.kind !== "blocked") untracked(() => dispatch("error"));
  });
}
