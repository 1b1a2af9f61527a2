import { formatDuration } from "../../shared/format-duration.ts";
import { artwork } from "../controls/artwork.ts";
import type { Control } from "../controls/index.ts";
import type { Face } from "../controls/control-context.ts";
import { firstSeen, keepFocus } from "../lib/keep-focus.ts";
import { listenToKeys } from "./keyboard.ts";
import { make } from "../lib/dom.ts";
import { tellSystem } from "./media-session.ts";
import { speakPosition } from "./position-text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { waveform } from "./waveform.ts";

/** Half of a slider's thumb, in CSS pixels: its middle stays as far from the rail's ends. */
const INSET = 6;

/** The time under the pointer, which a touch would cover. */
function tellHover(rail: HTMLElement, { state }: Face, life: AbortSignal): void {
  const tip = make("span", { class: "tip", "aria-hidden": "true" });
  rail.append(tip);
  rail.addEventListener(
    "pointermove",
    ({ clientX }) => {
      const { left, width } = rail.getBoundingClientRect();
      const share = Math.min(Math.max((clientX - left - INSET) / (width - 2 * INSET), 0), 1);
      rail.style.setProperty("--_at", String(share));
      tip.textContent = formatDuration(share * (state.duration.peek() ?? 0));
    },
    { signal: life },
  );
}

/** The region that is looped, on the rail. */
function showRegion(rail: HTMLElement, { state }: Face, life: AbortSignal): void {
  watchSignals(life, () => {
    const length = state.duration.value ?? 1;
    const region = state.region.value;
    rail.classList.toggle("looped", region !== null);
    rail.style.setProperty("--_from", `${(100 * (region?.from ?? 0)) / length}%`);
    rail.style.setProperty("--_to", `${(100 * (region?.to ?? 0)) / length}%`);
  });
}

/** The sound's own shape, instead of a plain rail, unless the page picked other things. */
function showWaveform(rail: HTMLElement, { state }: Face, life: AbortSignal): void {
  watchSignals(life, () => {
    const wanted = state.wanted.value;
    const peaks = wanted && !wanted.includes("waveform") ? null : state.peaks.value;
    rail.classList.toggle("waved", peaks !== null);
    if (peaks) rail.style.setProperty("--_wave", waveform(peaks));
  });
}

/** Adds to a drawn face what it needs once somebody uses it. */
export function complete(
  controls: Readonly<Record<string, Control>>,
  face: Face,
  life: AbortSignal,
): void {
  const { card, state } = face;
  for (const slot of card.querySelectorAll<HTMLElement>("[slot]")) {
    const control = controls[slot.slot]?.(face, life);
    control?.setAttribute("part", slot.slot);
    if (control) slot.replaceWith(control);
  }
  const wanted = state.wanted.peek();
  if (!wanted || wanted.includes("artwork")) {
    const picture = artwork(face, life);
    picture.setAttribute("part", "artwork");
    card.querySelector(".face")?.append(picture);
  }
  const rail = card.querySelector<HTMLElement>(".seek");
  if (rail) {
    tellHover(rail, face, life);
    showRegion(rail, face, life);
    showWaveform(rail, face, life);
    const input = rail.querySelector("input");
    if (input) speakPosition(input, face, life);
  }
  listenToKeys(card, face, life);
  tellSystem(face, life);

  const next = (): HTMLElement | null =>
    card.querySelector(card.classList.contains("failed") ? ".words" : ".play") ??
    firstSeen([...card.querySelectorAll("button")]) ??
    null;
  const refocus = keepFocus(card, next, life);
  watchSignals(life, () => {
    // Each of these can hide a button, in an effect that may run after this one.
    const { failure, mayRetry, stalled, document: page, tracks, stems, linkAddress } = state;
    void [failure, mayRetry, stalled, page, tracks, stems, linkAddress].map(({ value }) => value);
    queueMicrotask(refocus);
  });
}
