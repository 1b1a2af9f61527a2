/** What an address stands for: one track, or a list of them. */
export interface Shared {
  readonly kind: "track" | "collection";
  /** Name of the collection; null for a single track or a nameless collection. */
  readonly name: string | null;
  /** Never empty. */
  readonly tracks: readonly SharedTrack[];
}

export interface SharedTrack {
  readonly title: string | null;
  readonly artist: string | null;
  /** Address of a picture. */
  readonly artwork: string | null;
  /** Measured length in seconds; null when the answer does not say. */
  readonly seconds: number | null;
  /** The whole sound; often signed, and dead soon after the answer. Null when there is none that may be played. */
  readonly playbackUrl: string | null;
  /** `playbackUrl` is an HLS playlist. */
  readonly isList: boolean;
  /** Its parts; when there are any they are played instead of the whole. */
  readonly stems: readonly SharedStem[];
  /** Address of the whole sound's waveform. */
  readonly peaksUrl: string | null;
  readonly credit: Credit | null;
  readonly downloads: readonly Download[];
}

/** One part of a track. `url` is an audio file or an HLS media playlist. */
export interface SharedStem {
  readonly label: string;
  readonly url: string;
  readonly peaksUrl: string | null;
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
}

export interface Download {
  /** Which stem; null for the whole track. */
  readonly label: string | null;
  readonly url: string;
}

/** What the licence asks of whoever uses the track; null on a track that asks for no attribution. */
export interface Credit {
  /** As sent, e.g. `personal_only`; a class without words of its own is left unsaid. */
  readonly licence: string;
}

/** A track of which nothing is known, to be filled in. */
export const bareTrack: SharedTrack = {
  title: null,
  artist: null,
  artwork: null,
  seconds: null,
  playbackUrl: null,
  isList: false,
  stems: [],
  peaksUrl: null,
  credit: null,
  downloads: [],
};

/** The name of the file an address leads to, for people: decoded, without its suffix; null when it has none. */
export function nameIn(url: URL): string | null {
  const last =
    url.pathname
      .split("/")
      .at(-1)
      ?.replace(/\.\w{2,5}$/, "") ?? "";
  try {
    return decodeURIComponent(last).replaceAll(/[_+]/g, " ").trim() || null;
  } catch (error) {
    // A stray percent sign: the name as it stands is better than none.
    if (error instanceof URIError) return last;
    throw error;
  }
}
