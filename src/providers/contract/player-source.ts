import type { ProviderId } from "../../model/provider-id.ts";

/** What a URL leads to: one track, or a list of them. */
export interface Shared {
  readonly kind: "track" | "collection";
  /** Name of the collection; null for a single track or a nameless collection. */
  readonly name: string | null;
  /** Never empty. */
  readonly tracks: readonly SharedTrack[];
}

/** One track as the player gets it. */
export interface SharedTrack {
  readonly title: string | null;
  readonly artist: string | null;
  /** URL of a picture. */
  readonly artwork: string | null;
  /** Measured length in seconds; null when the service does not give it. */
  readonly seconds: number | null;
  /** The whole track; often signed, and expired soon after the response. Null when there is none that may be played. */
  readonly playbackUrl: string | null;
  /** `playbackUrl` is an HLS playlist. */
  readonly isList: boolean;
  /** Where there are stems, they are played instead of the whole track. */
  readonly stems: readonly SharedStem[];
  /** URL of the waveform of the whole track. */
  readonly peaksUrl: string | null;
  readonly credit: Credit | null;
  readonly downloads: readonly Download[];
}

/** One stem of a track. `url` is an audio file or an HLS media playlist. */
export interface SharedStem {
  readonly label: string;
  readonly url: string;
  readonly peaksUrl: string | null;
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
}

/** An audio file that the listener may download. */
export interface Download {
  /** Which stem; null for the whole track. */
  readonly label: string | null;
  readonly url: string;
}

/** The attribution that the licence of a track requires. */
export interface Credit {
  /** As the service sends it, e.g. `personal_only`; an unknown class is not shown. */
  readonly licence: string;
}

/** A track without any known field, to be filled in. */
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

/** Why a service gives nothing to play. */
export type SourceFailure =
  /** Expired or revoked: the service does not say which. */
  | { readonly kind: "gone" }
  | { readonly kind: "expired" }
  | { readonly kind: "revoked" }
  | { readonly kind: "removed"; readonly message: string }
  /** `seconds` is how long to wait before the next request, 1 to 3,600. */
  | { readonly kind: "too-many"; readonly seconds: number }
  | { readonly kind: "refused"; readonly status: number }
  | { readonly kind: "unreachable" }
  | { readonly kind: "offline" }
  | { readonly kind: "too-slow" }
  /** A server answers, but does not let pages of other sites read its response. */
  | { readonly kind: "cors" }
  | { readonly kind: "malformed" }
  | { readonly kind: "no-sound" };

/** What a source leads to: tracks to play, or why there are none. */
export type ShareResult =
  | { readonly ok: true; readonly shared: Shared }
  | { readonly ok: false; readonly failure: SourceFailure };

/** A page without audio; the player shows a card with a link to it. */
export interface LinkedDocument {
  readonly title: string | null;
  readonly url: string;
}

/** A source that was recognized, and how to fetch what it leads to. */
export interface ResolvedSource {
  /** The URL that a person can open in a tab; null when there is none. */
  readonly linkAddress: string | null;
  /** Set when there is nothing to play: then nothing is fetched. */
  readonly document?: LinkedDocument;
  /** Called again whenever signed URLs have expired. A result that comes after `signal` aborted is to be ignored. */
  fetchShare(signal: AbortSignal): Promise<ShareResult>;
}

/** A URL that the page gave to the player and that may be fetched. */
export interface SourceUrl {
  readonly url: URL;
  /** The URL itself is `http:` on a loopback host, so the audio that it leads to may be `http:` too. */
  readonly allowsHttp: boolean;
}

/** A parsed body (undefined when it is not JSON or too large), or why there is none. */
export type JsonResult =
  | { readonly ok: true; readonly body: unknown; readonly headers: Headers }
  | { readonly ok: false; readonly failure: SourceFailure };

/** The player's requests, which it passes in so that no service imports the player. */
export interface PlayerClient {
  /**
   * Fetches JSON with a GET: without credentials other than `headers`, without redirects, with a time limit. Never
   * rejects; when `signal` aborts, the result has no meaning and is to be ignored.
   */
  fetchJson(
    url: string,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<JsonResult>;
  /** The failure that an HTTP status of a service means. */
  classifyStatus(status: number, headers: Headers): SourceFailure;
}

/** Recognizes the URLs of one service; null leaves the URL to the next source. It makes no request. */
export type PlayerSource = (address: SourceUrl, client: PlayerClient) => ResolvedSource | null;

/** The player source of each service; null where the list that holds it has none to try. */
export type PlayerSources = Readonly<Record<ProviderId, PlayerSource | null>>;
