import type { Signal } from "@preact/signals-core";
import type { Player } from "../controller/player.ts";

/**
 * Creates one control of the player and keeps it up to date until `life` is aborted. A control shows the player's state and
 * sends requests, and changes nothing itself.
 */
export type Control = (context: ControlContext, life: AbortSignal) => HTMLElement;

/** What a control gets: the player, and what the controls of one player share. */
export interface ControlContext extends Player {
  /** The element around all controls and panels. */
  readonly card: HTMLElement;
  /** A sentence about what a control just did, or "". The status shows and announces it instead of the state's sentence. */
  readonly notice: Signal<string>;
  /** Fetches the deferred controls, once, and puts them in place. Rejects when the file cannot be had; may be tried again. */
  loadDeferred(): Promise<DeferredControls>;
}

/** What `earmark-controls.js` brings. It is fetched after the first paint, when somebody is about to use the player. */
export interface DeferredControls {
  /** The text of its style sheet. */
  readonly styleSheet: string;
  /** Completes a rendered player, until `life` is aborted: picked controls, keys, hover time, media session. */
  hydrate(context: ControlContext, life: AbortSignal): void;
  /** Opens or closes the panel that belongs to a button of `panel-button.ts`. */
  togglePanel(button: HTMLButtonElement, context: ControlContext, life: AbortSignal): void;
}

const deferredNames = [
  "skip-back",
  "skip-forward",
  "speed",
  "loop",
  "region",
  "download",
  "copy",
  "save",
] as const;

export type DeferredControlName = (typeof deferredNames)[number];

/** Names of the controls that are fetched when they are wanted, in the order in which the "more" panel shows them. */
export const DEFERRED_CONTROLS: readonly string[] = deferredNames;
