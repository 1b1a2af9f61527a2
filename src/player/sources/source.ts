import type { PublicAddress } from "../net/address.ts";
import type { Failure } from "../state/failure.ts";
import type { Shared } from "../state/share.ts";

/** One `<earmark-stem>` as the page wrote it. */
export interface PageStem {
  readonly label: string;
  readonly src: string;
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
}

/** What the page asks for. */
export interface Asked {
  readonly src: string;
  /** What it is called, for an address that leads to nothing but sound. */
  readonly label?: string | null;
  /** A MIME type, for an address that does not show what it leads to. */
  readonly kind?: string | null;
  /** An element that has parts in it; they are played, and `src` is not asked. */
  readonly owner?: Element | null;
}

/** What came of asking: something to play, or why there is nothing. */
export type Answer =
  | { readonly ok: true; readonly shared: Shared }
  | { readonly ok: false; readonly failure: Failure };

/** Something to read instead, which is shown as a card. */
export interface Paper {
  readonly title: string | null;
  readonly url: string;
}

/** An address understood. */
export interface Opening {
  /** What a person can open; null for none. */
  readonly linkAddress: string | null;
  /** Set when there is nothing to play: then nothing is asked. */
  readonly document?: Paper;
  /** Asks, again whenever addresses have died. A value that comes after `signal` aborted is to be dropped. */
  ask(signal: AbortSignal): Promise<Answer>;
}

/** Understands an address, or leaves it to the next in the list. It makes no request. */
export type Source = (address: PublicAddress, asked: Asked) => Opening | null;
