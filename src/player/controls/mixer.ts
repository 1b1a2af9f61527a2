import { getControlWords } from "../i18n/control-words.ts";
import { formatMessage } from "../i18n/format-message.ts";
import { getWords } from "../i18n/translations.ts";
import { fillRail, setLabel, createElement, createSlider } from "../lib/dom.ts";
import { makeArray } from "../lib/make-array.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { ControlContext, Control } from "./control.ts";

/** A toggle button with one letter. */
function createLetterButton(sign: string): HTMLButtonElement {
  return createElement("button", { type: "button", class: "letter" }, sign);
}

/** The row of one stem. It is kept while the stem exists, so that a slider that is being dragged is not replaced. */
function createRow(
  index: number,
  { state, request }: ControlContext,
  life: AbortSignal,
): HTMLElement {
  const name = createElement("span", { class: "name" });
  const [input, rail] = createSlider("1", "0.01");
  const [mute, solo] = [createLetterButton("M"), createLetterButton("S")];
  const group = createElement(
    "div",
    { class: "stem", part: "stem", role: "group" },
    name,
    rail,
    mute,
    solo,
  );
  const getStem = () => state.stems.value[index];

  input.addEventListener("input", () =>
    request({ type: "stem", index, volume: input.valueAsNumber }),
  );
  mute.addEventListener("click", () => request({ type: "stem", index, muted: !getStem()?.muted }));
  solo.addEventListener("click", () => request({ type: "stem", index, solo: !getStem()?.solo }));
  watchSignals(life, () => {
    const stem = getStem();
    if (!stem) return;
    const words = getControlWords(state.lang.value);
    const label = stem.label || formatMessage(words.stem, words.lang, { count: index + 1 });
    const withLabel = (phrase: string): string => formatMessage(phrase, words.lang, { label });
    const isHeard = !stem.muted && (stem.solo || !state.stems.value.some((each) => each.solo));
    name.textContent = name.title = label;
    group.setAttribute("aria-label", label);
    group.classList.toggle("silent", !isHeard);
    setLabel(input, withLabel(words.volumeOf));
    input.value = String(stem.volume);
    const { percent } = getWords(state.lang.value);
    input.setAttribute(
      "aria-valuetext",
      percent.replace("{n}", `${Math.round(100 * stem.volume)}`),
    );
    fillRail(rail, stem.volume);
    setLabel(mute, withLabel(words.muteOf));
    mute.setAttribute("aria-pressed", String(stem.muted));
    setLabel(solo, withLabel(words.soloOf));
    solo.setAttribute("aria-pressed", String(stem.solo));
  });
  return group;
}

/** The mixer: volume, mute and solo of each stem; several may be on solo. */
export const createMixer: Control = (context, life) => {
  const rows = createElement("div", { class: "desk" });
  let rowsLife = new AbortController();
  let count = 0;
  watchSignals(life, () => {
    const { length } = context.state.stems.value;
    if (length === count) return;
    count = length;
    rowsLife.abort();
    rowsLife = new AbortController();
    const signal = AbortSignal.any([life, rowsLife.signal]);
    rows.replaceChildren(...makeArray(length, (index) => createRow(index, context, signal)));
  });
  return rows;
};
