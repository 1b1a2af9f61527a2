import { make } from "../lib/dom.ts";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { fill } from "../i18n/format-message.ts";
import type { Control } from "./index.ts";

/** What else is to be known of the track: who made it, what its licence asks for, its place in a collection. */
export const notes: Control = ({ state }, life) => {
  const line = make("p", { class: "notes" });
  watchSignals(life, () => {
    const words = wordsFor(state.lang.value);
    const licences: Readonly<Record<string, string>> = words.licences;
    const count = state.tracks.value.length;
    const name = state.shared.value?.name ?? "";
    const { artist, credit } = state.track.value ?? {};
    const at = state.trackIndex.value + 1;
    const told = [
      artist,
      (count > 1 || name) &&
        fill(name ? words.placeIn : words.place, words.lang, { at, count, name }),
      credit && words.credit,
      credit && Object.hasOwn(licences, credit.licence) && licences[credit.licence],
    ];
    line.textContent = told.filter(Boolean).join(" · ");
    line.title = line.textContent;
  });
  return line;
};
