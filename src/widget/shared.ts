/** What a share link stands for: one track, or a collection of them. */
export interface Shared {
  readonly kind: "track" | "collection";
  /** Name of the collection; null for a single track or a nameless collection. */
  readonly name: string | null;
  /** Never empty. */
  readonly tracks: readonly SharedTrack[];
}

export interface SharedTrack {
  readonly title: string | null;
  /** Measured length in seconds; null when the answer does not say. */
  readonly seconds: number | null;
  /** Signed, and dead soon after the answer; null when there is none that may be played. */
  readonly playbackUrl: string | null;
  readonly credit: Credit | null;
}

/** What the licence asks of whoever uses the track; null on a track that asks for no attribution. */
export interface Credit {
  /** As sent, e.g. `personal_only`; a class not known to `text.ts` is left unsaid. */
  readonly licence: string;
}
