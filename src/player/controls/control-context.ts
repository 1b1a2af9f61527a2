import type { Later } from "./deferred.ts";
import type { Player } from "../controller/player.ts";
import type { Signal } from "@preact/signals-core";

/** What a control gets: the player, and what several parts of its face use. */
export interface Face extends Player {
  /** What stands around all controls and what they open. */
  readonly card: HTMLElement;
  /** A sentence about what a control just did; empty when there is none. It is shown and read out instead of the state's. */
  readonly notice: Signal<string>;
  /** The rest of the face, fetched once and put in its place; rejects when it cannot be had, and may be tried again. */
  later(): Promise<Later>;
}
