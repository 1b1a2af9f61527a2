import { formatDuration } from "../../shared/format-duration.ts";
import { getWords } from "../i18n/translations.ts";
import { fillRail, createSlider } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

/** The position in the track, and behind the slider what is buffered. The position in words is set by `ui/position-text.ts`. */
export const createSeekBar: Control = ({ state, request }, life) => {
  const [input, rail] = createSlider("1", "any");
  rail.classList.add("seek");
  input.addEventListener("input", () => request({ type: "seek", to: input.valueAsNumber }));

  watchSignals(life, () => input.setAttribute("aria-label", getWords(state.lang.value).seek));
  watchSignals(life, () => {
    const length = state.duration.value;
    input.disabled = length === null;
    input.max = String(length ?? 1);
    const percent = (at: number): string => `${(100 * at) / (length ?? 1)}%`;
    const gradient = state.buffered.value.map(
      ([from, to]) => `#0000 ${percent(from)},var(--_near) 0 ${percent(to)},#0000 0`,
    );
    rail.style.setProperty("--_here", `linear-gradient(90deg,${gradient.join() || "#0000,#0000"})`);
  });
  watchSignals(life, () => {
    const at = state.currentTime.value;
    input.value = String(at);
    // Until that chunk has come, the time as on a clock, and not a bare number of seconds.
    if (!input.matches(":focus")) input.setAttribute("aria-valuetext", formatDuration(at));
    fillRail(rail, at / (state.duration.value ?? 1));
  });
  return rail;
};
