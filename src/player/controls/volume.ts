import { getWords } from "../i18n/translations.ts";
import { fillRail, setLabel, createSlider } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

/** The volume; it shows 0 while the sound is muted. */
export const createVolumeSlider: Control = ({ state, request }, life) => {
  const [input, rail] = createSlider("1", "0.01");
  rail.classList.add("volume");
  input.addEventListener("input", () => request({ type: "volume", to: input.valueAsNumber }));
  watchSignals(life, () => {
    const { percent, volume: name } = getWords(state.lang.value);
    const level = state.muted.value ? 0 : state.volume.value;
    setLabel(input, name);
    input.value = String(level);
    // Not with Intl: its first use on a page takes as long as everything else the player does before the first paint.
    input.setAttribute("aria-valuetext", percent.replace("{n}", `${Math.round(100 * level)}`));
    fillRail(rail, level);
  });
  return rail;
};
