import { Hono } from "hono";
import { formatSeconds } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import type { TrackRow } from "../track-row.ts";
import type { User } from "../users.ts";
import { authenticate } from "./authenticate.ts";
import { invalid, notFound } from "./error-response.ts";
import { linkNotFound, findShare } from "./find-share.ts";
import { findTrack, createId, isOwner, findReachableTrack } from "./queries.ts";
import { readPage } from "./read-request.ts";
import { describeListedTrack } from "./track-json.ts";

interface EdgeRow {
  readonly id: string;
  readonly track_id: string;
  readonly source: string;
  readonly share_id: string | null;
  readonly created_at: number;
}

/** The caller's edge to the track, made now when there is none yet: saving twice gives the same edge. */
function saveEdge(
  { db, clock }: Environment,
  caller: User,
  track: string,
  source: string,
  share: string | null,
) {
  db.run(
    `INSERT INTO aitronos_library (id, user, track_id, source, share_id, created_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (user, track_id) DO NOTHING`,
    [createId("mlib"), caller.name, track, source, share, clock.now()],
  );
  const query = "SELECT * FROM aitronos_library WHERE user = ? AND track_id = ?";
  const { created_at, ...edge } = db.one<EdgeRow>(query, [caller.name, track]) as EdgeRow;
  return { ...edge, created_at: formatSeconds(created_at) };
}

/** Save, save from a share, unsave, list. https://docs.aitronos.com/docs/api-reference/music/save-track */
export function createLibraryRoutes(env: Environment): Hono<HonoEnv> {
  return new Hono<HonoEnv>()
    .post("/shared/:token/save", (c) => {
      const caller = authenticate(c, env);
      const share = findShare(env, c.req.param("token"));
      // The status for a collection is not published; 422 because the request can never succeed.
      if (share.target_type === "collection")
        throw invalid("token", "A collection cannot be saved");
      if (!findTrack(env, share.target_id)) throw linkNotFound();
      const edge = saveEdge(env, caller, share.target_id, "shared", share.id);
      const { id, track_id, source, share_id: share_link_id, created_at } = edge;
      return c.json({ id, track_id, source, share_link_id, created_at }, 201);
    })
    .post("/:org/tracks/:id/save", (c) => {
      const caller = authenticate(c, env);
      const track = findReachableTrack(env, caller, c.req.param("id"));
      const edge = saveEdge(env, caller, track.id, isOwner(caller, track) ? "own" : "shared", null);
      const { id, track_id, source, created_at } = edge;
      return c.json({ id, track_id, source, created_at, saved: true });
    })
    .delete("/:org/tracks/:id/save", (c) => {
      // The page of this endpoint could not be read. Path, answer and idempotence follow its siblings.
      const caller = authenticate(c, env);
      const id = c.req.param("id");
      if (!env.db.one("SELECT 1 FROM tracks WHERE id = ?", [id]))
        throw notFound("Music track not found", { track_id: id });
      const forget = "DELETE FROM aitronos_library WHERE user = ? AND track_id = ?";
      env.db.run(forget, [caller.name, id]);
      return c.json({ success: true, id, detail: "Track removed from library." });
    })
    .get("/:org/tracks", (c) => {
      const caller = authenticate(c, env);
      const { limit, offset } = readPage(c, 100, 50);
      const { mode = null, engine = null, collection_id: collection = null } = c.req.query();
      const rows = env.db.all<TrackRow>(
        `SELECT tracks.* FROM aitronos_library edge JOIN tracks ON tracks.id = edge.track_id
         WHERE edge.user = ?1 AND removed_at IS NULL AND (?2 IS NULL OR mode = ?2) AND (?3 IS NULL OR engine = ?3)
           AND (?4 IS NULL OR EXISTS (SELECT 1 FROM collection_tracks inside
                WHERE inside.collection_id = ?4 AND inside.track_id = tracks.id))
         ORDER BY edge.seq DESC LIMIT ?5 OFFSET ?6`,
        [caller.name, mode, engine, collection, limit, offset],
      );
      return c.json({ items: rows.map(describeListedTrack), limit, offset });
    });
}
