import { getControlWords } from "../i18n/control-words.ts";
import { setLabel, createElement } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { PLAYBACK_RATES } from "../state/playback-rates.ts";
import type { Control } from "./control.ts";

/** The playback speed, at the same pitch. Hidden for stems, whose pitch would change with it. */
export const createSpeedMenu: Control = ({ state, request }, life) => {
  const select = createElement("select", { class: "speed", dir: "ltr" });
  select.addEventListener("change", () => request({ type: "rate", to: Number(select.value) }));
  watchSignals(life, () => {
    const words = getControlWords(state.lang.value);
    const { value: rate } = state.rate;
    setLabel(select, words.speed);
    select.hidden = !state.canChangeRate.value;
    // A page may have set a speed that is not in the list.
    const speeds = [...new Set([...PLAYBACK_RATES, rate])].toSorted((a, b) => a - b);
    select.replaceChildren(
      ...speeds.map((each) =>
        createElement("option", { value: String(each) }, `${each.toLocaleString(words.lang)}×`),
      ),
    );
    select.value = String(rate);
  });
  return select;
};
