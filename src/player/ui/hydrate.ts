import { formatDuration } from "../../shared/format-duration.ts";
import { createArtwork } from "../controls/artwork.ts";
import type { Control, ControlContext } from "../controls/control.ts";
import { createElement } from "../lib/dom.ts";
import { findVisible, keepFocus } from "../lib/keep-focus.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { bindKeyboard } from "./keyboard.ts";
import { bindMediaSession } from "./media-session.ts";
import { bindPositionText } from "./position-text.ts";
import { createWaveformShape } from "./waveform.ts";

/** Half the width of a slider's thumb, in CSS pixels: the middle of the thumb stays that far from both ends of the rail. */
const THUMB_INSET_PX = 6;

/** Shows the time at the pointer above the seek bar. */
function showHoverTime(rail: HTMLElement, { state }: ControlContext, life: AbortSignal): void {
  const tip = createElement("span", { class: "tip", "aria-hidden": "true" });
  rail.append(tip);
  rail.addEventListener(
    "pointermove",
    ({ clientX }) => {
      const { left, width } = rail.getBoundingClientRect();
      const share = Math.min(
        Math.max((clientX - left - THUMB_INSET_PX) / (width - 2 * THUMB_INSET_PX), 0),
        1,
      );
      rail.style.setProperty("--_at", String(share));
      tip.textContent = formatDuration(share * (state.duration.peek() ?? 0));
    },
    { signal: life },
  );
}

/** Shows the looped region on the seek bar. */
function showRegion(rail: HTMLElement, { state }: ControlContext, life: AbortSignal): void {
  watchSignals(life, () => {
    const length = state.duration.value ?? 1;
    const region = state.region.value;
    rail.classList.toggle("looped", region !== null);
    rail.style.setProperty("--_from", `${(100 * (region?.from ?? 0)) / length}%`);
    rail.style.setProperty("--_to", `${(100 * (region?.to ?? 0)) / length}%`);
  });
}

/** Shows the track's waveform instead of a plain rail, unless the page requested controls without it. */
function showWaveform(rail: HTMLElement, { state }: ControlContext, life: AbortSignal): void {
  watchSignals(life, () => {
    const requested = state.requestedControls.value;
    const peaks = requested && !requested.includes("waveform") ? null : state.peaks.value;
    rail.classList.toggle("waved", peaks !== null);
    if (peaks) rail.style.setProperty("--_wave", createWaveformShape(peaks));
  });
}

/**
 * Adds to a rendered player what it needs once somebody uses it: `controls` in place of their placeholders, the artwork, what
 * the seek bar shows beyond a slider, keys, media session, and a focus that is not lost when a focused control disappears.
 */
export function hydrate(
  controls: Readonly<Record<string, Control>>,
  context: ControlContext,
  life: AbortSignal,
): void {
  const { card, state } = context;
  for (const slot of card.querySelectorAll<HTMLElement>("[slot]")) {
    const control = controls[slot.slot]?.(context, life);
    control?.setAttribute("part", slot.slot);
    if (control) slot.replaceWith(control);
  }
  const requested = state.requestedControls.peek();
  if (!requested || requested.includes("artwork")) {
    const picture = createArtwork(context, life);
    picture.setAttribute("part", "artwork");
    card.querySelector(".face")?.append(picture);
  }
  const rail = card.querySelector<HTMLElement>(".seek");
  if (rail) {
    showHoverTime(rail, context, life);
    showRegion(rail, context, life);
    showWaveform(rail, context, life);
    const input = rail.querySelector("input");
    if (input) bindPositionText(input, context, life);
  }
  bindKeyboard(card, context, life);
  bindMediaSession(context, life);

  const findNextFocus = (): HTMLElement | null =>
    card.querySelector(card.classList.contains("failed") ? ".words" : ".play") ??
    findVisible([...card.querySelectorAll("button")]) ??
    null;
  const refocus = keepFocus(card, findNextFocus, life);
  watchSignals(life, () => {
    // A change of any of these can hide a button, in an effect that may run after this one.
    const { failure, canRetry, stalled, document: page, tracks, stems, linkUrl } = state;
    void [failure, canRetry, stalled, page, tracks, stems, linkUrl].map(({ value }) => value);
    queueMicrotask(refocus);
  });
}
