import { randomBytes } from "node:crypto";
import type { Environment } from "../environment.ts";
import type { TrackRow } from "../track-row.ts";
import type { User } from "../users.ts";
import { notFound } from "./error-response.ts";

export interface CollectionRow {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly description: string | null;
  readonly cover_track_id: string | null;
  readonly cover_image_url: string | null;
  readonly created_at: number;
  readonly updated_at: number;
}

/** A new id: the prefix and 12 hex digits, as in the published samples. */
export function createId(prefix: string): string {
  return `${prefix}_${randomBytes(6).toString("hex")}`;
}

/** The track if it exists and is not removed. */
export function findTrack({ db }: Environment, id: string): TrackRow | undefined {
  return db.one<TrackRow>("SELECT * FROM tracks WHERE id = ? AND removed_at IS NULL", [id]);
}

/** Whether the caller created the track. */
export function isOwner(caller: User, row: { owner: string }): boolean {
  return row.owner === caller.name;
}

/** The track if the caller created or saved it, else 404, the same answer as for no such track. */
export function findReachableTrack(env: Environment, caller: User, id: string): TrackRow {
  const track = findTrack(env, id);
  const saved = env.db.one("SELECT 1 FROM aitronos_library WHERE user = ? AND track_id = ?", [
    caller.name,
    id,
  ]);
  if (!track || (!isOwner(caller, track) && !saved))
    throw notFound("Music track not found", { track_id: id });
  return track;
}

/** The caller's own collection, else 404. */
export function findOwnCollection({ db }: Environment, caller: User, id: string): CollectionRow {
  const row = db.one<CollectionRow>("SELECT * FROM collections WHERE id = ? AND owner = ?", [
    id,
    caller.name,
  ]);
  if (!row) throw notFound("Collection not found or not owned by caller", { collection_id: id });
  return row;
}
