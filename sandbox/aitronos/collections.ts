import { Hono } from "hono";
import { formatSeconds } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { authenticate } from "./authenticate.ts";
import { invalid, notFound } from "./error-response.ts";
import { createId, findOwnCollection } from "./queries.ts";
import type { CollectionRow } from "./queries.ts";
import { readBody, readPage, readText } from "./read-request.ts";

const fields = ["name", "description", "cover_track_id", "cover_image_url"] as const;

function show(row: CollectionRow, trackCount: number | null) {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    cover_track_id: row.cover_track_id,
    cover_image_url: row.cover_image_url,
    track_count: trackCount,
    created_at: formatSeconds(row.created_at),
    updated_at: formatSeconds(row.updated_at),
  };
}

/** Collections and what is in them. https://docs.aitronos.com/docs/api-reference/music/list-collections */
export function createCollectionRoutes(env: Environment): Hono<HonoEnv> {
  const { db, clock } = env;
  return new Hono<HonoEnv>()
    .get("/:org/collections", (c) => {
      const caller = authenticate(c, env);
      const { limit, offset } = readPage(c, 100, 50);
      const rows = db.all<CollectionRow>(
        "SELECT * FROM collections WHERE owner = ? ORDER BY created_at DESC, rowid DESC LIMIT ? OFFSET ?",
        [caller.name, limit, offset],
      );
      // The count is documented as null in a list.
      return c.json({ items: rows.map((row) => show(row, null)), limit, offset });
    })
    .post("/:org/collections", async (c) => {
      const caller = authenticate(c, env);
      const body = await readBody(c, fields);
      const name = readText(body, "name", 1, 512);
      if (name === null) throw invalid("name", "Field required");
      const id = createId("mcoll");
      const now = clock.now();
      db.run(
        `INSERT INTO collections (id, owner, org, name, description, cover_track_id, cover_image_url, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [
          id,
          caller.name,
          caller.org,
          name,
          readText(body, "description", 0, 4096),
          readText(body, "cover_track_id", 0, 64),
          readText(body, "cover_image_url", 0, 1024),
          now,
          now,
        ],
      );
      return c.json(show(findOwnCollection(env, caller, id), 0), 201);
    })
    .get("/:org/collections/:id/tracks", (c) => {
      const caller = authenticate(c, env);
      const { limit, offset } = readPage(c, 500, 200);
      const { id } = findOwnCollection(env, caller, c.req.param("id"));
      const rows = db.all<{ track_id: string; position: number; added_at: number }>(
        `SELECT track_id, position, added_at FROM collection_tracks WHERE collection_id = ?
         ORDER BY position LIMIT ? OFFSET ?`,
        [id, limit, offset],
      );
      const items = rows.map((row) => ({
        track_id: row.track_id,
        position: row.position,
        added_at: formatSeconds(row.added_at),
      }));
      return c.json({ collection_id: id, items, limit, offset });
    })
    .delete("/:org/collections/:id/tracks/:track", (c) => {
      const caller = authenticate(c, env);
      const { id } = findOwnCollection(env, caller, c.req.param("id"));
      const track = c.req.param("track");
      const where = "collection_tracks WHERE collection_id = ? AND track_id = ?";
      if (!db.one(`SELECT 1 FROM ${where}`, [id, track]))
        throw notFound("Track is not in the collection", { track_id: track });
      db.run(`DELETE FROM ${where}`, [id, track]);
      return c.json({ success: true, id: track, detail: "Track removed from collection." });
    });
}
