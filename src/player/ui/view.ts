import { signal, untracked } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";
import type { Player } from "../controller/player.ts";
import { DEFERRED_CONTROLS } from "../controls/control.ts";
import type { Control, ControlContext, DeferredControls } from "../controls/control.ts";
import { controls, DEFAULT_CONTROLS } from "../controls/index.ts";
import { formatMessage } from "../i18n/format-message.ts";
import { loadLanguage } from "../i18n/load-language.ts";
import { getWords } from "../i18n/translations.ts";
import { createElement } from "../lib/dom.ts";
import { loadChunk } from "../lib/load-chunk.ts";
import { watchSignals } from "../lib/watch-signals.ts";
import { addStyleSheet } from "./mount.ts";

/** Any of these events shows that somebody is about to use the player. */
const INTEREST_EVENTS = ["pointerenter", "pointerdown", "focusin"];

/** Creates the element with all that the player shows, and keeps it up to date until `life` is aborted. */
export function createView(player: Player, life: AbortSignal): HTMLElement {
  const { state } = player;
  const isUsed = signal(false);
  const card = createElement("div", { class: "card", part: "card", role: "group" });
  const root = createElement("div", { class: "root" }, card);

  for (const type of INTEREST_EVENTS)
    card.addEventListener(type, () => (isUsed.value = true), { signal: life });
  watchSignals(life, () => {
    const requested = state.requestedControls.value;
    const replaced = new AbortController();
    const controlsLife = AbortSignal.any([life, replaced.signal]);
    untracked(() => renderControls(player, card, requested, isUsed, controlsLife));
    return () => replaced.abort();
  });
  watchSignals(life, () => {
    const words = getWords(state.lang.value);
    root.lang = words.lang;
    const track = state.track.value;
    const title = track && (track.title ?? words.untitled);
    const name = title ? formatMessage(words.playerOf, words.lang, { title }) : words.player;
    card.setAttribute("aria-label", name);
  });
  watchSignals(life, () => loadLanguage(state.lang.value));
  watchSignals(life, () => {
    const failure = state.failure.value;
    const isFailed = failure !== null && failure.kind !== "blocked";
    card.classList.toggle("failed", isFailed || state.document.value !== null);
  });
  return root;
}

/**
 * Fills the card with the controls that the page requested, in its order, or with the default ones. Unknown names are
 * ignored.
 */
function renderControls(
  player: Player,
  card: HTMLElement,
  requested: readonly string[] | null,
  isUsed: ReadonlySignal<boolean>,
  life: AbortSignal,
): void {
  const needsDeferred = requested?.some((name) => DEFERRED_CONTROLS.includes(name));
  let loading: Promise<DeferredControls> | undefined;
  async function loadAndHydrate(): Promise<DeferredControls> {
    const deferred = await loadChunk<DeferredControls>("controls");
    addStyleSheet(card, deferred.styleSheet);
    if (!life.aborted) deferred.hydrate(context, life);
    return deferred;
  }
  function loadDeferred(): Promise<DeferredControls> {
    loading ??= loadAndHydrate();
    loading.catch(() => {
      loading = undefined;
      // Without requested controls nothing is missing yet; a press on a panel's button tries again and announces a failure.
      if (needsDeferred) context.notice.value = getWords(player.state.lang.peek()).missing;
    });
    return loading;
  }
  const context: ControlContext = { ...player, card, notice: signal(""), loadDeferred };

  const expanded = requested?.flatMap((name) => EXPANDED_NAMES[name] ?? [name]);
  const names = new Set(expanded ? [...expanded, "say"] : DEFAULT_CONTROLS);
  const elements = [...names].flatMap((name) => renderControl(name, context, life) ?? []);
  const className = requested ? "face" : "face usual";
  card.replaceChildren(createElement("div", { class: className, part: "face" }, ...elements));

  // After the first paint. Until then placeholders of the same size stand where the deferred controls will be.
  if (needsDeferred) requestAnimationFrame(() => setTimeout(() => void loadDeferred()));
  watchSignals(life, () => {
    if (isUsed.value) player.request({ type: "prefetch" });
    // The artwork, a deferred control too, is known only with the track, and moves nothing when it appears.
    if (isUsed.value || player.state.track.value?.artwork) void loadDeferred();
  });
}

/** The waveform is drawn by the seek bar; the credits that a licence requires are shown wherever the title is. */
const EXPANDED_NAMES: Readonly<Record<string, readonly string[]>> = {
  waveform: ["seek"],
  title: ["title", "notes"],
};

/** One control, or the placeholder of a deferred one; undefined for an unknown name. */
function renderControl(
  name: string,
  context: ControlContext,
  life: AbortSignal,
): HTMLElement | undefined {
  if (DEFERRED_CONTROLS.includes(name)) return createElement("span", { slot: name, class: name });
  const known: Readonly<Record<string, Control>> = controls;
  const element = Object.hasOwn(known, name) && known[name]?.(context, life);
  if (!element) return;
  element.setAttribute("part", name);
  return element;
}
