import type { SourceUrl } from "../net/safe-urls.ts";
import type { Failure } from "../state/failure.ts";
import type { Shared } from "../state/share.ts";

/** The attributes of one `<earmark-stem>` element. */
export interface StemAttributes {
  readonly label: string;
  readonly src: string;
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
}

/** What the page asks the player to open. */
export interface SourceRequest {
  /** URL of a share link, a page of a service, an audio file or a playlist; may be relative to the page. */
  readonly src: string;
  /** Title of the track, for a URL that leads to mere audio. */
  readonly label?: string | null;
  /** MIME type, for a URL that does not show what it leads to. */
  readonly mimeType?: string | null;
  /** The player element, when it has `<earmark-stem>` children: these are played, and `src` is ignored. */
  readonly element?: Element | null;
}

/** What a source leads to: tracks to play, or why there are none. */
export type ShareResult =
  | { readonly ok: true; readonly shared: Shared }
  | { readonly ok: false; readonly failure: Failure };

/** A page that can be read and not played; the player shows it as a card. */
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

/** Recognizes the URLs of one kind of source; null leaves the URL to the next resolver. It makes no request. */
export type SourceResolver = (address: SourceUrl, request: SourceRequest) => ResolvedSource | null;
