import { Hono } from "hono";
import type { Context } from "hono";
import { getOrigin } from "../audio/signed-urls.ts";
import { formatSecondsOrNull } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import type { TrackRow } from "../track-row.ts";
import { enforceRateLimit } from "./authenticate.ts";
import { findShare } from "./find-share.ts";
import type { ShareRow } from "./find-share.ts";
import { findTrack } from "./queries.ts";
import type { CollectionRow } from "./queries.ts";
import { describeSharedTrack } from "./track-json.ts";

const nothing = { message: null, share: null, track: null, collection: null, tracks: null };

/** The removed content keeps a normal answer, with `message` as its only filled part. */
function gone(share: ShareRow) {
  const message = "This content is no longer available.";
  return { ...nothing, kind: share.target_type, available: false, message };
}

function showTarget(env: Environment, share: ShareRow, origin: string) {
  if (share.target_type === "track") {
    const track = findTrack(env, share.target_id);
    return track && { track: describeSharedTrack(track, env, origin) };
  }
  const collection = env.db.one<CollectionRow>(
    "SELECT id, name, description FROM collections WHERE id = ?",
    [share.target_id],
  );
  const inside = env.db.all<TrackRow>(
    `SELECT tracks.* FROM collection_tracks JOIN tracks ON tracks.id = track_id
     WHERE collection_id = ? AND removed_at IS NULL ORDER BY position`,
    [share.target_id],
  );
  return (
    collection && {
      collection,
      tracks: inside.map((track) => describeSharedTrack(track, env, origin)),
    }
  );
}

function allowEveryone(c: Context<HonoEnv>): void {
  // The service's own CORS policy is not published. A player on other people's pages can only work with this one.
  c.header("Access-Control-Allow-Origin", "*");
}

/** Open a share: no key, any origin. https://docs.aitronos.com/docs/api-reference/music/resolve-share */
export function createOpenShareRoutes(env: Environment): Hono<HonoEnv> {
  return new Hono<HonoEnv>()
    .options("/shared/:token", (c) => {
      allowEveryone(c);
      c.header("Access-Control-Allow-Methods", "GET, OPTIONS");
      return c.body(null, 204);
    })
    .get("/shared/:token", (c) => {
      allowEveryone(c);
      enforceRateLimit(env, `ip ${c.env.incoming.socket.remoteAddress ?? ""}`);
      const share = findShare(env, c.req.param("token"));
      env.db.run("UPDATE aitronos_shares SET opens = opens + 1 WHERE id = ?", [share.id]);
      const target = showTarget(env, share, getOrigin(c.req.raw));
      if (!target) return c.json(gone(share));
      const { target_type, visibility } = share;
      const terms = { target_type, visibility, expires_at: formatSecondsOrNull(share.expires_at) };
      return c.json({ ...nothing, kind: target_type, available: true, share: terms, ...target });
    });
}
