import { make } from "../lib/dom.ts";
import { moreWordsFor } from "../i18n/more-words.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

/** What the extension fires at a player when its Save was pressed, with the key of what is then said. */
const OUTCOMES = { "earmark-saved": "saved", "earmark-not-saved": "notSaved" } as const;

/** Milliseconds that the outcome is shown. */
const SHOWN = 5000;

/**
 * Puts the track into the listener's own library; there only where Earmark's extension has said that it is here. It
 * hears the press by itself, as a page can make every event but that.
 */
export const save: Control = ({ state, request, notice }, life) => {
  const button = make("button", { type: "button", class: "save" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener("click", () => request({ type: "save" }));
  for (const [type, key] of Object.entries(OUTCOMES))
    document.addEventListener(
      type,
      (event) => {
        const root = button.getRootNode();
        if (!(root instanceof ShadowRoot) || event.composedPath()[0] !== root.host) return;
        const sentence = moreWordsFor(state.lang.peek())[key];
        notice.value = sentence;
        clearTimeout(timer);
        timer = setTimeout(() => {
          if (notice.peek() === sentence) notice.value = "";
        }, SHOWN);
      },
      { signal: life },
    );
  life.addEventListener("abort", () => clearTimeout(timer), { once: true });
  document.addEventListener("earmark-here", () => (state.canSave.value = true), { signal: life });
  document.dispatchEvent(new Event("earmark-listening"));
  watchSignals(life, () => {
    button.textContent = moreWordsFor(state.lang.value).save;
    // A list can be shared, but not kept as one.
    button.hidden = !state.canSave.value || state.tracks.value.length !== 1;
  });
  return button;
};
