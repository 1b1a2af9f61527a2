import type { Database } from "../database.ts";
import { mixthatTracks } from "./catalogue.ts";

const tables = ["mixthat_jobs", "mixthat_mixes", "mixthat_shares", "mixthat_tracks"] as const;

/** Puts the tracks back and forgets shares, mixes and jobs; `firstDay` in milliseconds since 1970. */
export function seedMixthat(db: Database, firstDay: number): void {
  for (const table of tables) db.run(`DELETE FROM ${table}`);
  for (const track of mixthatTracks) {
    const { id, owner, label, description, tags, isPublic, keepsSource, piece } = track;
    db.run(
      `INSERT INTO mixthat_tracks (id, owner, label, description, tags, is_public, keeps_source, audio, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        owner,
        label,
        description,
        JSON.stringify(tags),
        Number(isPublic),
        Number(keepsSource),
        piece,
        firstDay,
      ],
    );
  }
}
