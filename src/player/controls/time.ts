import { formatDuration } from "../../shared/format-duration.ts";
import { createElement } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

/** Position and length of the track. No live region: a screen reader gets the position from the seek bar. */
export const createTime: Control = ({ state }, life) => {
  const line = createElement("span", { class: "time", dir: "ltr" });
  watchSignals(life, () => {
    const length = state.duration.value;
    line.textContent = `${formatDuration(state.currentTime.value)} / ${length === null ? "–:––" : formatDuration(length)}`;
  });
  return line;
};
