import { formatMessage } from "../i18n/format-message.ts";
import { getWords } from "../i18n/translations.ts";
import { createElement } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

/** One line about the track: its artist, its place in a collection, and what its licence requires. */
export const createCredits: Control = ({ state }, life) => {
  const line = createElement("p", { class: "notes" });
  watchSignals(life, () => {
    const words = getWords(state.lang.value);
    const licences: Readonly<Record<string, string>> = words.licences;
    const count = state.tracks.value.length;
    const name = state.shared.value?.name ?? "";
    const { artist, credit } = state.track.value ?? {};
    const at = state.trackIndex.value + 1;
    const parts = [
      artist,
      (count > 1 || name) &&
        formatMessage(name ? words.placeIn : words.place, words.lang, { at, count, name }),
      credit && words.credit,
      credit && Object.hasOwn(licences, credit.licence) && licences[credit.licence],
    ];
    line.textContent = parts.filter(Boolean).join(" · ");
    line.title = line.textContent;
  });
  return line;
};
