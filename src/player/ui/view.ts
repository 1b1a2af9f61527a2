import { controls, USUAL } from "../controls/index.ts";
import type { Control } from "../controls/index.ts";
import { LATER } from "../controls/deferred-names.ts";
import type { Face } from "../controls/control-context.ts";
import { fetchLanguage } from "../i18n/fetch-language.ts";
import type { Later } from "../controls/deferred.ts";
import { make } from "../lib/dom.ts";
import { loadMore } from "../lib/load-chunk.ts";
import type { Player } from "../controller/player.ts";
import { addLook } from "./mount.ts";
import { signal, untracked } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";
import { wordsFor } from "../i18n/text.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { fill } from "../i18n/format-message.ts";

/** Any of these says that somebody is about to use the player. */
const INTEREST = ["pointerenter", "pointerdown", "focusin"];

/** Draws the player for a shadow root. */
export function drawPlayer(player: Player, life: AbortSignal): HTMLElement {
  const { state } = player;
  const used = signal(false);
  const card = make("div", { class: "card", part: "card", role: "group" });
  const root = make("div", { class: "root" }, card);

  for (const type of INTEREST)
    card.addEventListener(type, () => (used.value = true), { signal: life });
  watchSignals(life, () => {
    const wanted = state.wanted.value;
    const drawn = new AbortController();
    const alive = AbortSignal.any([life, drawn.signal]);
    untracked(() => drawFace(player, card, wanted, used, alive));
    return () => drawn.abort();
  });
  watchSignals(life, () => {
    const words = wordsFor(state.lang.value);
    root.lang = words.lang;
    const track = state.track.value;
    const title = track && (track.title ?? words.untitled);
    const name = title ? fill(words.playerOf, words.lang, { title }) : words.player;
    card.setAttribute("aria-label", name);
  });
  watchSignals(life, () => fetchLanguage(state.lang.value));
  watchSignals(life, () => {
    const failure = state.failure.value;
    const failed = failure !== null && failure.kind !== "blocked";
    card.classList.toggle("failed", failed || state.document.value !== null);
  });
  return root;
}

/** Draws the usual controls, or those the page picked in its order; a name nobody knows is passed over. */
function drawFace(
  player: Player,
  card: HTMLElement,
  wanted: readonly string[] | null,
  used: ReadonlySignal<boolean>,
  life: AbortSignal,
): void {
  const needed = wanted?.some((name) => LATER.includes(name));
  let fetched: Promise<Later> | undefined;
  async function fetchOnce(): Promise<Later> {
    const rest = await loadMore<Later>("controls");
    addLook(card, rest.look);
    if (!life.aborted) rest.complete(face, life);
    return rest;
  }
  function later(): Promise<Later> {
    fetched ??= fetchOnce();
    fetched.catch(() => {
      fetched = undefined;
      // Otherwise not said: nobody has asked for anything yet. Who presses a button asks again, and is told.
      if (needed) face.notice.value = wordsFor(player.state.lang.peek()).missing;
    });
    return fetched;
  }
  const face: Face = { ...player, card, notice: signal(""), later };

  const picked = wanted?.flatMap((name) => COMES_WITH[name] ?? [name]);
  const names = new Set(picked ? [...picked, "say"] : USUAL);
  const drawn = [...names].flatMap((name) => drawOne(name, face, life) ?? []);
  const look = wanted ? "face" : "face usual";
  card.replaceChildren(make("div", { class: look, part: "face" }, ...drawn));

  // Not before the first paint: what stands in their places takes the same room.
  if (needed) requestAnimationFrame(() => setTimeout(() => void later()));
  watchSignals(life, () => {
    if (used.value) player.request({ type: "warm" });
    // A picture comes after its address, and in a place where nothing else stands.
    if (used.value || player.state.track.value?.artwork) void later();
  });
}

/** A waveform is the seek bar's; what a licence asks for is said wherever the title is. */
const COMES_WITH: Readonly<Record<string, readonly string[]>> = {
  waveform: ["seek"],
  title: ["title", "notes"],
};

function drawOne(name: string, face: Face, life: AbortSignal): HTMLElement | undefined {
  if (LATER.includes(name)) return make("span", { slot: name, class: name });
  const known: Readonly<Record<string, Control>> = controls;
  const element = Object.hasOwn(known, name) && known[name]?.(face, life);
  if (!element) return;
  element.setAttribute("part", name);
  return element;
}
