import type { Player } from "../controller/player.ts";
import { getControlWords } from "../i18n/control-words.ts";
import { formatMessage } from "../i18n/format-message.ts";
import { formatSpokenTime } from "../i18n/format-spoken-time.ts";
import { watchSignals } from "../lib/watch-signals.ts";

/** Keeps the seek slider's aria-valuetext a position in words: "1 minute 20 seconds of 3 minutes 2 seconds". */
export function bindPositionText(input: HTMLElement, { state }: Player, life: AbortSignal): void {
  function getText(): string {
    const { lang, position } = getControlWords(state.lang.value);
    const at = formatSpokenTime(state.currentTime.value, lang);
    const of = formatSpokenTime(state.duration.value ?? 0, lang);
    return formatMessage(position, lang, { at, of });
  }
  const setText = (text: string): void => input.setAttribute("aria-valuetext", text);
  for (const type of ["focus", "keyup", "input"])
    input.addEventListener(type, () => setText(getText()), { signal: life });
  watchSignals(life, () => {
    const text = getText();
    // A screen reader announces each new value of a focused slider: while the track plays, only keys and pointer change it.
    const mayChange = state.paused.value || !input.matches(":focus");
    // After the slider's own effect, which writes the time as on a clock: the order of the two effects is not fixed.
    if (mayChange) queueMicrotask(() => setText(text));
  });
}
