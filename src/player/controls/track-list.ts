import { formatDuration } from "../../shared/format-duration.ts";
import { getWords } from "../i18n/translations.ts";
import { createElement } from "../lib/dom.ts";
import { replaceChildren } from "../lib/keep-focus.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./control.ts";

/** The index that each key moves the focus to. */
const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** The tracks of a collection. The list is one stop of the Tab key; the arrow keys move inside it. */
export const createTrackList: Control = ({ state, request }, life) => {
  const list = createElement("ol", { class: "track-list", role: "list" });
  let buttons: HTMLButtonElement[] = [];

  list.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, altKey, metaKey } = event;
    const move = Object.hasOwn(MOVES, key) ? MOVES[key] : undefined;
    const at = buttons.findIndex((button) => button === target);
    if (!move || at < 0 || ctrlKey || altKey || metaKey) return;
    event.preventDefault();
    buttons[move(at, buttons.length - 1)]?.focus();
  });
  list.addEventListener("focusin", ({ target }) => {
    for (const button of buttons) button.tabIndex = button === target ? 0 : -1;
  });

  watchSignals(life, () => {
    const { untitled } = getWords(state.lang.value);
    buttons = state.tracks.value.map(({ title, artist, seconds }, index) => {
      const name = createElement("span", { class: "name" }, title ?? untitled);
      if (artist) name.append(createElement("span", { class: "artist" }, ` · ${artist}`));
      const length = createElement(
        "span",
        { class: "length" },
        seconds === null ? "" : formatDuration(seconds),
      );
      const button = createElement(
        "button",
        { type: "button", class: "track", part: "track" },
        name,
        " ",
        length,
      );
      button.addEventListener("click", () => request({ type: "track", index }));
      return button;
    });
    replaceChildren(
      list,
      buttons.map((button) => createElement("li", {}, button)),
    );
  });
  watchSignals(life, () => {
    // Read so that this runs again after the effect above has replaced the buttons.
    void [state.tracks.value, state.lang.value];
    const current = state.trackIndex.value;
    buttons.forEach((button, index) => {
      button.tabIndex = index === current ? 0 : -1;
      button.setAttribute("aria-current", String(index === current));
    });
  });
  return list;
};
