import { getControlWords } from "../i18n/control-words.ts";
import { createIconButton, setLabel, createElement } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

const CHAIN_ICON =
  "M4 12a4 4 0 0 1 4-4h3v2H8a2 2 0 0 0 0 4h3v2H8a4 4 0 0 1-4-4zm5-1h6v2H9zm4-3h3a4 4 0 0 1 0 8h-3v-2h3a2 2 0 0 0 0-4h-3z";
const TICK_ICON = "M9.5 16.2 5.3 12l-1.4 1.4 5.6 5.6L20.5 8l-1.4-1.4z";

/** How long "copied" is shown, in milliseconds. */
const NOTICE_MS = 3000;

/** Copies the URL that a person can open. Where the page may not write to the clipboard, it is shown selected instead. */
export const createCopyButton: Control = ({ state, notice }, life) => {
  const [button, setIcon] = createIconButton("copy", CHAIN_ICON);
  const field = createElement("input", { class: "address", readonly: "", hidden: "" });
  let timer: ReturnType<typeof setTimeout> | undefined;

  function showNotice(sentence: string): void {
    clearTimeout(timer);
    notice.value = sentence;
    setIcon(TICK_ICON);
    timer = setTimeout(() => {
      setIcon(CHAIN_ICON);
      notice.value = "";
    }, NOTICE_MS);
  }

  async function writeToClipboard(url: string): Promise<void> {
    const words = getControlWords(state.lang.peek());
    try {
      await navigator.clipboard.writeText(url);
      showNotice(words.copied);
    } catch {
      // Frames and http: pages may not write: https://www.w3.org/TR/clipboard-apis/#dom-clipboard-writetext
      notice.value = words.copyYourself;
      field.hidden = false;
      field.value = url;
      field.focus();
      field.select();
    }
  }

  function hideField(): void {
    field.hidden = true;
    notice.value = "";
  }

  button.addEventListener("click", () => {
    const url = state.linkUrl.value;
    if (url) void writeToClipboard(url);
  });
  field.addEventListener("blur", hideField);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    // Escape closes the field, and not the panel that it is in.
    event.preventDefault();
    button.focus();
  });
  life.addEventListener("abort", () => clearTimeout(timer), { once: true });
  const group = createElement("div", { class: "copying" }, button, field);
  watchSignals(life, () => {
    const words = getControlWords(state.lang.value);
    group.hidden = !state.linkUrl.value;
    setLabel(button, words.copy);
    setLabel(field, words.link);
  });
  return group;
};
