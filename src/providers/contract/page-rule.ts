import type { ParsedShareUrl } from "../../model/parsed-share-url.ts";
import type { TrackRef } from "../../model/track.ts";

/** Where the buttons of one track go: they are inserted directly after `anchor`. */
export interface ButtonPlacement {
  track: TrackRef;
  anchor: Element;
}

/** How to find tracks, share links and places for buttons on the pages of one service. Pure: it reads nothing but its arguments. */
export interface PageRule {
  /** The track with this id at the service with the page at `url`; null when the page is of another service or `id` cannot be the id of a track. */
  findTrackById(url: URL, id: string): TrackRef | null;
  /** The track whose page is at `url`; null for any other page. */
  findTrack(url: URL): TrackRef | null;
  /** `url` as a share link of this service; null when it is none. */
  findShareLink(url: URL): ParsedShareUrl | null;
  /** Where buttons go on the page at `url`; empty where there is no track. */
  findPlacements(url: URL, document: ParentNode): readonly ButtonPlacement[];
}
