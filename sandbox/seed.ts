import { collections, tracks } from "./catalogue.ts";
import { seedCraftkit } from "./craftkit/seed.ts";
import type { Database } from "./database.ts";
import { seedMixthat } from "./mixthat/seed.ts";

const tables = [
  "aitronos_library",
  "aitronos_shares",
  "collection_tracks",
  "collections",
  "tracks",
] as const;

/** Fixed, so that the seed is the same on every machine. */
const firstDay = Date.UTC(2026, 5, 1, 9);
const hour = 3_600_000;

/** Puts the catalogue back and forgets everything else. */
export function seed(db: Database): void {
  db.transaction(() => {
    for (const table of tables) db.run(`DELETE FROM ${table}`);
    for (const [index, track] of tracks.entries()) {
      db.run(
        `INSERT INTO tracks (id, owner, org, title, engine, mode, audio, licence_class, created_at)
         VALUES (?, ?, ?, ?, 'lantern-2', 'creation', ?, 'commercial_cleared', ?)`,
        [track.id, track.owner, track.org, track.title, track.piece, firstDay + index * hour],
      );
    }
    for (const { id, person, name, tracks: inside } of collections) {
      db.run(
        `INSERT INTO collections (id, owner, org, name, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)`,
        [id, person.name, person.org, name, firstDay, firstDay],
      );
      for (const [position, track] of inside.entries()) {
        db.run(
          `INSERT INTO collection_tracks (collection_id, track_id, position, added_at) VALUES (?, ?, ?, ?)`,
          [id, track.id, position, firstDay],
        );
      }
    }
    seedMixthat(db, firstDay);
    seedCraftkit(db, firstDay);
  });
}

/** Seeds a database that has no tracks yet; one that was kept from an earlier run stays as it is. */
export function seedIfNew(db: Database): void {
  if (!db.one("SELECT 1 FROM tracks LIMIT 1")) seed(db);
  // A file from before these services existed has their tables, but nothing in them.
  if (!db.one("SELECT 1 FROM mixthat_tracks LIMIT 1")) seedMixthat(db, firstDay);
  if (!db.one("SELECT 1 FROM craftkit_renders LIMIT 1")) seedCraftkit(db, firstDay);
}
