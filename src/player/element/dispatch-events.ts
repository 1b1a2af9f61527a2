import { RELAYED_EVENTS } from "../audio/active-output.ts";
import { untracked } from "@preact/signals-core";
import type { State } from "../state/state.ts";
import { watchSignals } from "../lib/watch-signals.ts";

/**
 * Tells the page what happened, with events named like those of `<audio>`: the relayed ones,
 * `loadedmetadata` once the length of a track is known (before any press), `error` for each failure but a held-back press,
 * and of our own `trackchange`, `stemchange` and `regionchange` (each when the property of that name has another value)
 * and `save` (the listener wants to keep the track).
 */
export function reportEvents(
  owner: HTMLElement,
  stage: EventTarget,
  state: State,
  life: AbortSignal,
): void {
  const tell = (type: string): void => {
    owner.dispatchEvent(new Event(type, { bubbles: type === "save" }));
  };
  for (const type of RELAYED_EVENTS)
    stage.addEventListener(type, () => tell(type), { signal: life });

  let known = false;
  watchSignals(life, () => {
    const news = state.duration.value !== null && !known;
    known = state.duration.value !== null;
    if (news) untracked(() => tell("loadedmetadata"));
  });
  const changes = {
    trackchange: "trackIndex",
    stemchange: "stems",
    regionchange: "region",
  } as const;
  for (const [type, name] of Object.entries(changes)) {
    let was: unknown = state[name].peek();
    watchSignals(life, () => {
      const now: unknown = state[name].value;
      if (now !== was) untracked(() => tell(type));
      was = now;
    });
  }
  watchSignals(life, () => {
    const failure = state.failure.value;
    if (failure && failure.kind !== "blocked") untracked(() => tell("error"));
  });
}
