import { iconButton, label, make } from "../lib/dom.ts";
import { moreWordsFor } from "../i18n/more-words.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

const CHAIN =
  "M4 12a4 4 0 0 1 4-4h3v2H8a2 2 0 0 0 0 4h3v2H8a4 4 0 0 1-4-4zm5-1h6v2H9zm4-3h3a4 4 0 0 1 0 8h-3v-2h3a2 2 0 0 0 0-4h-3z";
const TICK = "M9.5 16.2 5.3 12l-1.4 1.4 5.6 5.6L20.5 8l-1.4-1.4z";

/** Milliseconds that "copied" is shown. */
const SHOWN = 3000;

/** Copies the address a person can open; shows it selected where the page may not write to the clipboard. */
export const copy: Control = ({ state, notice }, life) => {
  const [button, draw] = iconButton("copy", CHAIN);
  const field = make("input", { class: "address", readonly: "", hidden: "" });
  let timer: ReturnType<typeof setTimeout> | undefined;

  function tell(sentence: string): void {
    clearTimeout(timer);
    notice.value = sentence;
    draw(TICK);
    timer = setTimeout(() => {
      draw(CHAIN);
      notice.value = "";
    }, SHOWN);
  }

  async function write(address: string): Promise<void> {
    const words = moreWordsFor(state.lang.peek());
    try {
      await navigator.clipboard.writeText(address);
      tell(words.copied);
    } catch {
      // Frames and plain http: pages may not write: https://www.w3.org/TR/clipboard-apis/#dom-clipboard-writetext
      notice.value = words.copyYourself;
      field.hidden = false;
      field.value = address;
      field.focus();
      field.select();
    }
  }

  function shut(): void {
    field.hidden = true;
    notice.value = "";
  }

  button.addEventListener("click", () => {
    const address = state.linkAddress.value;
    if (address) void write(address);
  });
  field.addEventListener("blur", shut);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    // The field is shut by that, and not the panel it is in.
    event.preventDefault();
    button.focus();
  });
  life.addEventListener("abort", () => clearTimeout(timer), { once: true });
  const place = make("div", { class: "copying" }, button, field);
  watchSignals(life, () => {
    const words = moreWordsFor(state.lang.value);
    place.hidden = !state.linkAddress.value;
    label(button, words.copy);
    label(field, words.link);
  });
  return place;
};
