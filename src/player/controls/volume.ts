import { fillRail, label, slider } from "../lib/dom.ts";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

/** How loud. */
export const volume: Control = ({ state, request }, life) => {
  const [input, rail] = slider("1", "0.01");
  rail.classList.add("volume");
  input.addEventListener("input", () => request({ type: "volume", to: input.valueAsNumber }));
  watchSignals(life, () => {
    const { percent, volume: name } = wordsFor(state.lang.value);
    const heard = state.muted.value ? 0 : state.volume.value;
    label(input, name);
    input.value = String(heard);
    // The first use of Intl on a page costs as much as all the rest of the player.
    input.setAttribute("aria-valuetext", percent.replace("{n}", `${Math.round(100 * heard)}`));
    fillRail(rail, heard);
  });
  return rail;
};
