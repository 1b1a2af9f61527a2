import { getWords } from "../i18n/translations.ts";
import { createElement } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

/** The title of the track or document; an empty line of the same height until it is known. */
export const createTitle: Control = ({ state }, life) => {
  const line = createElement("p", { class: "title" });
  watchSignals(life, () => {
    const words = getWords(state.lang.value);
    const track = state.track.value;
    const page = state.document.value;
    const known = page ? (page.title ?? words.untitledDocument) : track?.title;
    line.textContent = known ?? (track ? words.untitled : "");
    line.title = line.textContent;
  });
  return line;
};
