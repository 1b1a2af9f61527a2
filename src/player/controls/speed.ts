import { label, make } from "../lib/dom.ts";
import { moreWordsFor } from "../i18n/more-words.ts";
import { SPEEDS } from "../state/playback-rates.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

/** How fast, at the same pitch. Not there for a sound whose pitch would change with it. */
export const speed: Control = ({ state, request }, life) => {
  const choice = make("select", { class: "speed", dir: "ltr" });
  choice.addEventListener("change", () => request({ type: "rate", to: Number(choice.value) }));
  watchSignals(life, () => {
    const words = moreWordsFor(state.lang.value);
    const { value: rate } = state.rate;
    label(choice, words.speed);
    choice.hidden = !state.canRate.value;
    // A page may have set a speed that is not in the list.
    const speeds = [...new Set([...SPEEDS, rate])].toSorted((a, b) => a - b);
    choice.replaceChildren(
      ...speeds.map((each) =>
        make("option", { value: String(each) }, `${each.toLocaleString(words.lang)}×`),
      ),
    );
    choice.value = String(rate);
  });
  return choice;
};
