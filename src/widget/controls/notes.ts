import { make } from "../make.ts";
import { wordsFor } from "../text.ts";
import { watch } from "../watch.ts";
import type { Control } from "./index.ts";

/** What else is to be known of the track: what its licence asks for, and the collection it is from. */
export const notes: Control = ({ state }, life) => {
  const line = make("p", { class: "notes" });
  watch(life, () => {
    const words = wordsFor(state.lang.value);
    const { kind, name, tracks } = state.shared.value ?? {};
    const credit = state.track.value?.credit;
    const licence =
      credit && Object.hasOwn(words.licences, credit.licence) && words.licences[credit.licence];
    const told = [
      credit && words.credit,
      licence,
      kind === "collection" && tracks && words.collection(name ?? null, tracks.length),
    ];
    line.textContent = told.filter(Boolean).join(" · ");
    line.title = line.textContent;
  });
  return line;
};
