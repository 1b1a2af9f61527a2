/** Addresses that a page is made with. */
export interface PlayerFiles {
  /** A fresh share link, as the sandbox gives it. */
  readonly share: string;
  /** Origin of the Mix That track with eight stems. */
  readonly service: string;
  /** What an embed code says of our script. */
  readonly hosted: { readonly playerUrl: string; readonly playerIntegrity: string };
}

/**
 * A player as its own documentation embeds it, and how the bench sees it. The last functions go into the page as
 * text, so they are arrows and use nothing from outside of them; `place` is the element that holds `markup`.
 */
export interface Player {
  /** Name of its folder and address. */
  readonly id: string;
  readonly title: string;
  /** A module that is bundled with what it imports; it has to start the player in every `.place`. */
  readonly entry?: string;
  /** Files of packages that the page also loads, by the name they get beside the bundle. */
  readonly files?: Readonly<Record<string, string>>;
  /** What stands in the page's head. */
  readonly head?: (around: PlayerFiles) => string;
  readonly markup: (around: PlayerFiles) => string;
  /** The button to press. */
  readonly control: (place: Element) => Element | null | undefined;
  /** Whether pressing it would start the sound. */
  readonly ready: (place: Element) => boolean | undefined;
}

/** A player of stems, as the same page holds it. */
export interface StemPlayer extends Player {
  /** Sets the place, in seconds. */
  readonly seek: (place: Element, to: number) => void;
}

/** The one track of every peer: three minutes of MP3. */
export const TRACK = "/media/track.mp3";
