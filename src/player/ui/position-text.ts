import { moreWordsFor } from "../i18n/more-words.ts";
import type { Player } from "../controller/player.ts";
import { spokenTime } from "../i18n/spoken-time.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { fill } from "../i18n/format-message.ts";

/** Makes a seek slider say its time in words: "1 minute 20 seconds of 3 minutes 2 seconds". */
export function speakPosition(input: HTMLElement, { state }: Player, life: AbortSignal): void {
  function words(): string {
    const { lang, position } = moreWordsFor(state.lang.value);
    const at = spokenTime(state.currentTime.value, lang);
    const of = spokenTime(state.duration.value ?? 0, lang);
    return fill(position, lang, { at, of });
  }
  const say = (told: string): void => input.setAttribute("aria-valuetext", told);
  for (const type of ["focus", "keyup", "input"])
    input.addEventListener(type, () => say(words()), { signal: life });
  watchSignals(life, () => {
    const told = words();
    // A focused slider whose words change is read out: while it plays, only what the listener does changes them.
    const mayChange = state.paused.value || !input.matches(":focus");
    // After the slider's own effect, which knows the time as a clock only; which of the two comes first is not fixed.
    if (mayChange) queueMicrotask(() => say(told));
  });
}
