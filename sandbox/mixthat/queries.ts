import { findPiece } from "../catalogue.ts";
import type { Environment } from "../environment.ts";

export interface TrackRow {
  readonly id: string;
  readonly owner: string;
  readonly label: string;
  readonly description: string;
  /** JSON. */
  readonly tags: string;
  readonly is_public: number;
  readonly keeps_source: number;
  readonly audio: string;
  readonly created_at: number;
}

export interface ShareRow {
  readonly id: string;
  readonly share_id: string;
  readonly track_id: string;
  readonly owner: string;
  readonly name: string | null;
  /** Separated by spaces, without the track's id. */
  readonly scope: string;
  readonly expires_at: number | null;
  readonly created_at: number;
  readonly revoked_at: number | null;
  readonly last_used: number | null;
  readonly opens: number;
}

/** The track, if there is one. */
export function findTrack({ db }: Environment, id: string): TrackRow | undefined {
  return db.one<TrackRow>("SELECT * FROM mixthat_tracks WHERE id = ?", [id]);
}

/** A file of a track: one of its stems, or the whole mix. */
export interface TrackFile {
  readonly file_id: string;
  readonly label: string;
  readonly type: "STEM" | "MIX";
  readonly index: number;
  /** The name of its MP3. */
  readonly audio: string;
}

/** The files of a track. Not in the order of `index`: no order is documented, so a player has to sort. */
export function listFiles({ audio }: TrackRow): readonly TrackFile[] {
  const stems = findPiece(audio).stems.map((stem, index): TrackFile => ({
    file_id: `f-${stem}`,
    label: stem,
    type: "STEM",
    index: index + 1,
    audio: `${audio}-${stem}`,
  }));
  return [...stems.toReversed(), { file_id: "f-mix", label: "Mix", type: "MIX", index: 0, audio }];
}
