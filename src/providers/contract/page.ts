import type { ShareLink } from "../../model/share-link.ts";
import type { TrackRef } from "../../model/track.ts";

/** Where one track's buttons go: right behind `anchor`. */
export interface ButtonPlacement {
  track: TrackRef;
  anchor: Element;
}

/** What Earmark knows of one site. Pure: everything is read from the arguments. */
export interface PageRule {
  /** The track that this site, at `url`, calls `id`; null when it is no id of a track. */
  trackOf(url: URL, id: string): TrackRef | null;
  /** The track whose page this is. */
  trackAt(url: URL): TrackRef | null;
  /** The share link that this address is. */
  linkAt(url: URL): ShareLink | null;
  /** Where buttons go on this page; none where there is no track. */
  places(url: URL, document: ParentNode): readonly ButtonPlacement[];
}
