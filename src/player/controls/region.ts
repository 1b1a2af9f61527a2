import type { Face } from "./control-context.ts";
import { iconButton, label, make } from "../lib/dom.ts";
import { moreWordsFor } from "../i18n/more-words.ts";
import { LEAST_REGION, markRequest } from "../state/loop-points.ts";
import { inUnit, spokenTime } from "../i18n/spoken-time.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import type { Control } from "./index.ts";

type End = "from" | "to";

const CROSS =
  "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12 19 17.6 17.6 19 12 13.4 6.4 19 5 17.6 10.6 12 5 6.4z";

/** Time in words to a tenth of a second: 72.3 → "1 minute 12.3 seconds". */
function exactTime(seconds: number, lang: string): string {
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const minutes = Math.floor(tenths / 600) * 60;
  const rest = inUnit((tenths - minutes * 10) / 10, "second", lang);
  return minutes > 0 ? `${spokenTime(minutes, lang)} ${rest}` : rest;
}

/** One end of the region, for pointer, touch and keys: it stops at the other end. */
function handle(end: End, { state, request }: Face, life: AbortSignal): HTMLInputElement {
  const input = make("input", { type: "range", min: "0", step: "0.1", class: `handle ${end}` });
  input.addEventListener("input", () => {
    const region = state.region.value;
    if (!region) return;
    const at = input.valueAsNumber;
    const { from, to } = region;
    request(
      end === "from"
        ? { type: "region", from: Math.min(at, to - LEAST_REGION), to }
        : { type: "region", from, to: Math.max(at, from + LEAST_REGION) },
    );
    // What was refused is not shown: the thumb goes back to where the region really ends.
    input.value = String(state.region.value?.[end] ?? 0);
  });
  watchSignals(life, () => {
    const words = moreWordsFor(state.lang.value);
    const at = state.region.value?.[end] ?? 0;
    label(input, end === "from" ? words.startOfRegion : words.endOfRegion);
    input.max = String(state.duration.value ?? 1);
    input.value = String(at);
    input.setAttribute("aria-valuetext", exactTime(at, words.lang));
  });
  return input;
}

/** A button that puts one end where the music is now. */
function mark(end: End, { state, request }: Face, life: AbortSignal): HTMLButtonElement {
  const button = make("button", { type: "button", class: "mark" }, end === "from" ? "A" : "B");
  button.addEventListener("click", () => {
    const wanted = markRequest(state, end, state.currentTime.value);
    if (wanted) request(wanted);
  });
  watchSignals(life, () => {
    const words = moreWordsFor(state.lang.value);
    label(button, end === "from" ? words.setA : words.setB);
  });
  return button;
}

/** Loop from A to B: set both while listening, then move them. */
export const region: Control = (face, life) => {
  const { state, request } = face;
  const [clear] = iconButton("clear", CROSS);
  const rail = make(
    "div",
    { class: "rail ends" },
    handle("from", face, life),
    handle("to", face, life),
  );
  const [a, b] = [mark("from", face, life), mark("to", face, life)];
  const group = make("div", { class: "region", role: "group", dir: "ltr" }, a, b, clear, rail);
  clear.addEventListener("click", () => {
    request({ type: "region-off" });
    a.focus();
  });
  watchSignals(life, () => {
    const words = moreWordsFor(state.lang.value);
    group.setAttribute("aria-label", words.region);
    label(clear, words.clearRegion);
  });
  watchSignals(life, () => {
    const length = state.duration.value ?? 1;
    const { from, to } = state.region.value ?? { from: 0, to: 0 };
    // Empty space and not a gap that closes: what stands beside it stays.
    for (const part of [rail, clear]) part.classList.toggle("absent", !state.region.value);
    rail.style.setProperty("--_from", `${(100 * from) / length}%`);
    rail.style.setProperty("--_to", `${(100 * to) / length}%`);
  });
  return group;
};
