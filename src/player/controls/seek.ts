import { formatDuration } from "../../shared/format-duration.ts";
import { fillRail, slider } from "../lib/dom.ts";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

/** Where in the track; behind the slider what has arrived. What it says in words comes with `speak-position.ts`. */
export const seek: Control = ({ state, request }, life) => {
  const [input, rail] = slider("1", "any");
  rail.classList.add("seek");
  input.addEventListener("input", () => request({ type: "seek", to: input.valueAsNumber }));

  watchSignals(life, () => input.setAttribute("aria-label", wordsFor(state.lang.value).seek));
  watchSignals(life, () => {
    const length = state.duration.value;
    input.disabled = length === null;
    input.max = String(length ?? 1);
    const percent = (at: number): string => `${(100 * at) / (length ?? 1)}%`;
    const here = state.buffered.value.map(
      ([from, to]) => `#0000 ${percent(from)},var(--_near) 0 ${percent(to)},#0000 0`,
    );
    rail.style.setProperty("--_here", `linear-gradient(90deg,${here.join() || "#0000,#0000"})`);
  });
  watchSignals(life, () => {
    const at = state.currentTime.value;
    input.value = String(at);
    // Until then as a clock shows it, not as a bare number of seconds.
    if (!input.matches(":focus")) input.setAttribute("aria-valuetext", formatDuration(at));
    fillRail(rail, at / (state.duration.value ?? 1));
  });
  return rail;
};
