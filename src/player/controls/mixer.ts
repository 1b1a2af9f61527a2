import type { Face } from "./control-context.ts";
import { fillRail, label, make, slider } from "../lib/dom.ts";
import { moreWordsFor } from "../i18n/more-words.ts";
import { wordsFor } from "../i18n/text.ts";
import { makeArray } from "../lib/make-array.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { fill } from "../i18n/format-message.ts";
import type { Control } from "./index.ts";

/** A button of one letter that stays pressed. */
function letter(sign: string): HTMLButtonElement {
  return make("button", { type: "button", class: "letter" }, sign);
}

/** One row of the desk. It is kept while the stem is: a slider that is being dragged is not drawn anew. */
function row(index: number, { state, request }: Face, life: AbortSignal): HTMLElement {
  const name = make("span", { class: "name" });
  const [input, rail] = slider("1", "0.01");
  const [mute, solo] = [letter("M"), letter("S")];
  const group = make("div", { class: "stem", part: "stem", role: "group" }, name, rail, mute, solo);
  const now = () => state.stems.value[index];

  input.addEventListener("input", () =>
    request({ type: "stem", index, volume: input.valueAsNumber }),
  );
  mute.addEventListener("click", () => request({ type: "stem", index, muted: !now()?.muted }));
  solo.addEventListener("click", () => request({ type: "stem", index, solo: !now()?.solo }));
  watchSignals(life, () => {
    const stem = now();
    if (!stem) return;
    const words = moreWordsFor(state.lang.value);
    const told = stem.label || fill(words.stem, words.lang, { count: index + 1 });
    const of = (phrase: string): string => fill(phrase, words.lang, { label: told });
    const heard = !stem.muted && (stem.solo || !state.stems.value.some((each) => each.solo));
    name.textContent = name.title = told;
    group.setAttribute("aria-label", told);
    group.classList.toggle("silent", !heard);
    label(input, of(words.volumeOf));
    input.value = String(stem.volume);
    const { percent } = wordsFor(state.lang.value);
    input.setAttribute(
      "aria-valuetext",
      percent.replace("{n}", `${Math.round(100 * stem.volume)}`),
    );
    fillRail(rail, stem.volume);
    label(mute, of(words.muteOf));
    mute.setAttribute("aria-pressed", String(stem.muted));
    label(solo, of(words.soloOf));
    solo.setAttribute("aria-pressed", String(stem.solo));
  });
  return group;
}

/** The mixing desk: for each stem how loud, mute and solo; several may be solo. */
export const desk: Control = (face, life) => {
  const rows = make("div", { class: "desk" });
  let drawn = new AbortController();
  let count = 0;
  watchSignals(life, () => {
    const { length } = face.state.stems.value;
    if (length === count) return;
    count = length;
    drawn.abort();
    drawn = new AbortController();
    const alive = AbortSignal.any([life, drawn.signal]);
    rows.replaceChildren(...makeArray(length, (index) => row(index, face, alive)));
  });
  return rows;
};
