import type { Player } from "./player.ts";
import { spokenTime } from "./spoken-time.ts";
import { wordsFor } from "./text.ts";
import { watch } from "./watch.ts";
import { fill } from "./words/phrase.ts";

/** Makes a seek slider say its time in words: "1 minute 20 seconds of 3 minutes 2 seconds". */
export function speakPosition(input: HTMLElement, { state }: Player, life: AbortSignal): void {
  function say(): void {
    const { lang, position } = wordsFor(state.lang.value);
    const at = spokenTime(state.currentTime.value, lang);
    const of = spokenTime(state.duration.value ?? 0, lang);
    input.setAttribute("aria-valuetext", fill(position, lang, { at, of }));
  }
  for (const type of ["focus", "keyup", "input"])
    input.addEventListener(type, say, { signal: life });
  watch(life, () => {
    void state.currentTime.value;
    // A focused slider whose words change is read out: while it plays, only what the listener does changes them.
    if (state.paused.value || !input.matches(":focus")) say();
  });
}
