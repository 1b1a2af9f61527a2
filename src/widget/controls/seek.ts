import { fillRail, slider } from "../make.ts";
import { spokenTime } from "../spoken-time.ts";
import { wordsFor } from "../text.ts";
import { watch } from "../watch.ts";
import { fill } from "../words/phrase.ts";
import type { Control } from "./index.ts";

/** Where in the track; behind the slider what has arrived. */
export const seek: Control = ({ state, request }, life) => {
  const [input, rail] = slider("1", "any");
  rail.classList.add("seek");

  function sayPosition(): void {
    const { lang, position } = wordsFor(state.lang.value);
    const at = spokenTime(state.currentTime.value, lang);
    const of = spokenTime(state.duration.value ?? 0, lang);
    input.setAttribute("aria-valuetext", fill(position, lang, { at, of }));
  }

  input.addEventListener("input", () => {
    request({ type: "seek", to: input.valueAsNumber });
    sayPosition();
  });
  for (const type of ["focus", "keyup"]) input.addEventListener(type, sayPosition);

  watch(life, () => input.setAttribute("aria-label", wordsFor(state.lang.value).seek));
  watch(life, () => {
    const length = state.duration.value;
    input.disabled = length === null;
    input.max = String(length ?? 1);
    const percent = (at: number): string => `${(100 * at) / (length ?? 1)}%`;
    const here = state.buffered.value.map(
      ([from, to]) => `#0000 ${percent(from)},var(--near) 0 ${percent(to)},#0000 0`,
    );
    rail.style.setProperty("--here", `linear-gradient(90deg,${here.join() || "#0000,#0000"})`);
  });
  watch(life, () => {
    const at = state.currentTime.value;
    input.value = String(at);
    fillRail(rail, at / (state.duration.value ?? 1));
    // A focused slider whose words change is read out: while it plays, only what the listener does changes them.
    if (state.paused.value || !input.matches(":focus")) sayPosition();
  });
  return rail;
};
