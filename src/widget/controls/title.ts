import { make } from "../make.ts";
import { wordsFor } from "../text.ts";
import { watch } from "../watch.ts";
import type { Control } from "./index.ts";

/** The track's title; an empty line of the same height until it is known. */
export const title: Control = ({ state }, life) => {
  const line = make("p", { class: "title", dir: "auto" });
  watch(life, () => {
    const track = state.track.value;
    line.textContent = track && (track.title ?? wordsFor(state.lang.value).untitled);
    line.title = line.textContent ?? "";
  });
  return line;
};
