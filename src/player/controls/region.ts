import { getControlWords } from "../i18n/control-words.ts";
import { formatUnit, formatSpokenTime } from "../i18n/format-spoken-time.ts";
import { createIconButton, setLabel, createElement } from "../lib/dom.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { MIN_REGION_SECONDS, createRegionRequest } from "../state/loop-points.ts";
import type { ControlContext, Control } from "./control.ts";

type End = "from" | "to";

const CLEAR_ICON =
  "M6.4 5 12 10.6 17.6 5 19 6.4 13.4 12 19 17.6 17.6 19 12 13.4 6.4 19 5 17.6 10.6 12 5 6.4z";

/** A time in words to a tenth of a second: 72.3 → "1 minute 12.3 seconds". */
function formatExactTime(seconds: number, lang: string): string {
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const minutes = Math.floor(tenths / 600) * 60;
  const rest = formatUnit((tenths - minutes * 10) / 10, "second", lang);
  return minutes > 0 ? `${formatSpokenTime(minutes, lang)} ${rest}` : rest;
}

/** The slider for one end of the region; it stops at the other end. */
function createHandle(
  end: End,
  { state, request }: ControlContext,
  life: AbortSignal,
): HTMLInputElement {
  const input = createElement("input", {
    type: "range",
    min: "0",
    step: "0.1",
    class: `handle ${end}`,
  });
  input.addEventListener("input", () => {
    const region = state.region.value;
    if (!region) return;
    const at = input.valueAsNumber;
    const { from, to } = region;
    request(
      end === "from"
        ? { type: "region", from: Math.min(at, to - MIN_REGION_SECONDS), to }
        : { type: "region", from, to: Math.max(at, from + MIN_REGION_SECONDS) },
    );
    // When the request was refused or limited, the thumb goes back to where the region really ends.
    input.value = String(state.region.value?.[end] ?? 0);
  });
  watchSignals(life, () => {
    const words = getControlWords(state.lang.value);
    const at = state.region.value?.[end] ?? 0;
    setLabel(input, end === "from" ? words.startOfRegion : words.endOfRegion);
    input.max = String(state.duration.value ?? 1);
    input.value = String(at);
    input.setAttribute("aria-valuetext", formatExactTime(at, words.lang));
  });
  return input;
}

/** The button that sets one end to the current time. */
function createMarkButton(
  end: End,
  { state, request }: ControlContext,
  life: AbortSignal,
): HTMLButtonElement {
  const button = createElement(
    "button",
    { type: "button", class: "mark" },
    end === "from" ? "A" : "B",
  );
  button.addEventListener("click", () => {
    const regionRequest = createRegionRequest(state, end, state.currentTime.value);
    if (regionRequest) request(regionRequest);
  });
  watchSignals(life, () => {
    const words = getControlWords(state.lang.value);
    setLabel(button, end === "from" ? words.setA : words.setB);
  });
  return button;
}

/** The loop from A to B: two buttons set its ends at the current time, two sliders move them. */
export const createLoopRegion: Control = (context, life) => {
  const { state, request } = context;
  const [clear] = createIconButton("clear", CLEAR_ICON);
  const rail = createElement(
    "div",
    { class: "rail ends" },
    createHandle("from", context, life),
    createHandle("to", context, life),
  );
  const [a, b] = [createMarkButton("from", context, life), createMarkButton("to", context, life)];
  const group = createElement(
    "div",
    { class: "region", role: "group", dir: "ltr" },
    a,
    b,
    clear,
    rail,
  );
  clear.addEventListener("click", () => {
    request({ type: "region-off" });
    a.focus();
  });
  watchSignals(life, () => {
    const words = getControlWords(state.lang.value);
    group.setAttribute("aria-label", words.region);
    setLabel(clear, words.clearRegion);
  });
  watchSignals(life, () => {
    const length = state.duration.value ?? 1;
    const { from, to } = state.region.value ?? { from: 0, to: 0 };
    // They keep their space while there is no region, so that nothing beside them moves.
    for (const part of [rail, clear]) part.classList.toggle("absent", !state.region.value);
    rail.style.setProperty("--_from", `${(100 * from) / length}%`);
    rail.style.setProperty("--_to", `${(100 * to) / length}%`);
  });
  return group;
};
