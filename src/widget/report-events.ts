import { untracked } from "./signal.ts";
import type { State } from "./state.ts";
import { watch } from "./watch.ts";

const RELAYED = [
  "play",
  "playing",
  "pause",
  "waiting",
  "seeking",
  "seeked",
  "timeupdate",
  "volumechange",
  "ended",
];

/**
 * Tells the page what happened, with events named like those of `<audio>`: the relayed ones,
 * `loadedmetadata` once the length of a share is known (before any press), and `error` for each failure but a held-back press.
 */
export function reportEvents(
  owner: HTMLElement,
  media: HTMLMediaElement,
  state: State,
  life: AbortSignal,
): void {
  const tell = (type: string): void => {
    owner.dispatchEvent(new Event(type));
  };
  for (const type of RELAYED) media.addEventListener(type, () => tell(type), { signal: life });

  let known = false;
  watch(life, () => {
    const news = state.duration.value !== null && !known;
    known = state.duration.value !== null;
    if (news) untracked(() => tell("loadedmetadata"));
  });
  watch(life, () => {
    const failure = state.failure.value;
    if (failure && failure.kind !== "blocked") untracked(() => tell("error"));
  });
}
