import { getControlWords } from "../i18n/control-words.ts";
import { createElement } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

/** Events that the extension dispatches on a player after its Save was pressed, and the key of the sentence to show. */
const OUTCOMES = { "earmark-saved": "saved", "earmark-not-saved": "notSaved" } as const;

/** How long the outcome is shown, in milliseconds. */
const NOTICE_MS = 5000;

/**
 * Saves the track to the listener's own library; hidden unless Earmark's extension has announced itself. The extension listens
 * for the press itself, because a page can dispatch every event except a trusted click.
 */
export const createSaveButton: Control = ({ state, request, notice }, life) => {
  const button = createElement("button", { type: "button", class: "save" });
  let timer: ReturnType<typeof setTimeout> | undefined;
  button.addEventListener("click", () => request({ type: "save" }));
  for (const [type, key] of Object.entries(OUTCOMES))
    document.addEventListener(
      type,
      (event) => {
        const root = button.getRootNode();
        if (!(root instanceof ShadowRoot) || event.composedPath()[0] !== root.host) return;
        const sentence = getControlWords(state.lang.peek())[key];
        notice.value = sentence;
        clearTimeout(timer);
        timer = setTimeout(() => {
          if (notice.peek() === sentence) notice.value = "";
        }, NOTICE_MS);
      },
      { signal: life },
    );
  life.addEventListener("abort", () => clearTimeout(timer), { once: true });
  document.addEventListener("earmark-here", () => (state.canSave.value = true), { signal: life });
  document.dispatchEvent(new Event("earmark-listening"));
  watchSignals(life, () => {
    button.textContent = getControlWords(state.lang.value).save;
    // A collection cannot be saved as one entry.
    button.hidden = !state.canSave.value || state.tracks.value.length !== 1;
  });
  return button;
};
