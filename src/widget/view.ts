import { controls } from "./controls/index.ts";
import { keepFocus } from "./keep-focus.ts";
import { listenToKeys } from "./keys.ts";
import { make } from "./make.ts";
import type { Player } from "./player.ts";
import { wordsFor } from "./text.ts";
import { watch } from "./watch.ts";

/** Draws the player for a shadow root. */
export function drawPlayer(player: Player, life: AbortSignal): HTMLElement {
  const { state } = player;
  const card = make("div", { class: "card", role: "group" });
  const root = make("div", { class: "root" }, card);
  card.append(...controls.map((control) => control(player, life)));
  listenToKeys(card, player, life);
  const instead = (): HTMLElement | null =>
    card.querySelector(card.classList.contains("failed") ? ".words" : ".play");
  const refocus = keepFocus(card, instead, life);

  watch(life, () => {
    const words = wordsFor(state.lang.value);
    root.lang = words.lang;
    root.dir = words.dir;
    const track = state.track.value;
    card.setAttribute("aria-label", words.player(track && (track.title ?? words.untitled)));
  });
  watch(life, () => {
    const failure = state.failure.value;
    card.classList.toggle("failed", failure !== null && failure.kind !== "blocked");
    // Each of these can hide a button, in an effect that may run after this one.
    void [state.mayRetry.value, state.stalled.value];
    queueMicrotask(refocus);
  });
  return root;
}
