import { clock } from "../../model/duration.ts";
import { make } from "../make.ts";
import { spokenTime } from "../spoken-time.ts";
import { wordsFor } from "../text.ts";
import { watch } from "../watch.ts";
import type { Control } from "./index.ts";

/** Where in the track, how much has arrived, and how long it is. */
export const seek: Control = ({ state, request }, life) => {
  const elapsed = make("span", { class: "time" }, "0:00");
  const total = make("span", { class: "time" }, "–:––");
  const input = make("input", { type: "range", min: "0", step: "any", value: "0" });
  const rail = make("div", { class: "rail" }, input);

  function sayPosition(): void {
    const { lang, position } = wordsFor(state.lang.value);
    const of = spokenTime(state.duration.value ?? 0, lang);
    input.setAttribute("aria-valuetext", position(spokenTime(state.currentTime.value, lang), of));
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
    total.textContent = length === null ? "–:––" : clock(length);
  });
  watch(life, () => {
    const at = state.currentTime.value;
    const length = state.duration.value ?? 1;
    input.value = String(at);
    elapsed.textContent = clock(at);
    rail.style.setProperty("--played", `${(100 * at) / length}%`);
    rail.style.setProperty("--here", `${(100 * state.bufferedTo.value) / length}%`);
    // A focused slider whose words change is read out: while it plays, only what the listener does changes them.
    if (state.paused.value || !input.matches(":focus")) sayPosition();
  });
  return make("div", { class: "seek" }, elapsed, rail, total);
};
