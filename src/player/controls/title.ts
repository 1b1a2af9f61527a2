import { make } from "../lib/dom.ts";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

/** The title of the track or document; an empty line of the same height until it is known. */
export const title: Control = ({ state }, life) => {
  const line = make("p", { class: "title" });
  watchSignals(life, () => {
    const words = wordsFor(state.lang.value);
    const track = state.track.value;
    const page = state.document.value;
    const known = page ? (page.title ?? words.untitledDocument) : track?.title;
    line.textContent = known ?? (track ? words.untitled : "");
    line.title = line.textContent;
  });
  return line;
};
