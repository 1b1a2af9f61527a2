import type { ResolvedSource, SourceUrl } from "../../providers/contract/player-source.ts";

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

/** Recognizes the URLs of one kind of source; null leaves the URL to the next resolver. It makes no request. */
export type SourceResolver = (address: SourceUrl, request: SourceRequest) => ResolvedSource | null;
