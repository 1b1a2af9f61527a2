import { formatDuration } from "../../shared/format-duration.ts";
import { redraw } from "../lib/keep-focus.ts";
import { make } from "../lib/dom.ts";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** The tracks of a collection. One stop of the Tab key; the arrows go up and down in it. */
export const trackList: Control = ({ state, request }, life) => {
  const list = make("ol", { class: "track-list", role: "list" });
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
    const { untitled } = wordsFor(state.lang.value);
    buttons = state.tracks.value.map(({ title, artist, seconds }, index) => {
      const words = make("span", { class: "name" }, title ?? untitled);
      if (artist) words.append(make("span", { class: "artist" }, ` · ${artist}`));
      const length = make(
        "span",
        { class: "length" },
        seconds === null ? "" : formatDuration(seconds),
      );
      const button = make(
        "button",
        { type: "button", class: "track", part: "track" },
        words,
        " ",
        length,
      );
      button.addEventListener("click", () => request({ type: "track", index }));
      return button;
    });
    redraw(
      list,
      buttons.map((button) => make("li", {}, button)),
    );
  });
  watchSignals(life, () => {
    void [state.tracks.value, state.lang.value];
    const here = state.trackIndex.value;
    buttons.forEach((button, index) => {
      button.tabIndex = index === here ? 0 : -1;
      button.setAttribute("aria-current", String(index === here));
    });
  });
  return list;
};
