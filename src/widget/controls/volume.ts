import { iconButton, make } from "../make.ts";
import { wordsFor } from "../text.ts";
import { watch } from "../watch.ts";
import type { Control } from "./index.ts";

const LOUD =
  "M4 9.5v5h3.5L12 19V5L7.5 9.5zM15 8.2a5 5 0 0 1 0 7.6zM15 4.4a8.6 8.6 0 0 1 0 15.2v-1.9a7 7 0 0 0 0-11.4z";
const SILENT =
  "M4 9.5v5h3.5L12 19V5L7.5 9.5zM14.6 9.8l1.2-1.2 2.2 2.2 2.2-2.2 1.2 1.2-2.2 2.2 2.2 2.2-1.2 1.2-2.2-2.2-2.2 2.2-1.2-1.2 2.2-2.2z";

/** Mute, and how loud. */
export const volume: Control = ({ state, request }, life) => {
  const [button, draw] = iconButton("mute");
  const input = make("input", { type: "range", min: "0", max: "1", step: "0.01" });
  const rail = make("div", { class: "rail" }, input);

  button.addEventListener("click", () => request({ type: "mute", on: !state.muted.value }));
  input.addEventListener("input", () => request({ type: "volume", to: input.valueAsNumber }));

  watch(life, () => {
    const { lang, mute, volume: label } = wordsFor(state.lang.value);
    const heard = state.muted.value ? 0 : state.volume.value;
    draw(heard > 0 ? LOUD : SILENT);
    button.setAttribute("aria-label", mute);
    button.setAttribute("aria-pressed", String(state.muted.value));
    input.setAttribute("aria-label", label);
    input.value = String(heard);
    input.setAttribute("aria-valuetext", heard.toLocaleString(lang, { style: "percent" }));
    rail.style.setProperty("--played", `${100 * heard}%`);
  });
  return make("div", { class: "volume" }, button, rail);
};
