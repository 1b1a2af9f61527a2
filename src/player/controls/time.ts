import { formatDuration } from "../../shared/format-duration.ts";
import { make } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

/** Where in the track, and how long it is. Not a live region: the slider says it in words to whoever asks. */
export const time: Control = ({ state }, life) => {
  const line = make("span", { class: "time", dir: "ltr" });
  watchSignals(life, () => {
    const length = state.duration.value;
    line.textContent = `${formatDuration(state.currentTime.value)} / ${length === null ? "–:––" : formatDuration(length)}`;
  });
  return line;
};
