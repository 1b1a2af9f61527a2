import { Hono } from "hono";
import { getOrigin } from "../audio/signed-urls.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { authenticate } from "./authenticate.ts";
import { ErrorResponse } from "./error-response.ts";
import { isOwner, findReachableTrack } from "./queries.ts";
import { describeOwnTrack } from "./track-json.ts";

/** Get and delete one track. https://docs.aitronos.com/docs/api-reference/music/get-track */
export function createTrackRoutes(env: Environment): Hono<HonoEnv> {
  return new Hono<HonoEnv>()
    .get("/:org/tracks/:id", (c) => {
      const caller = authenticate(c, env);
      const track = findReachableTrack(env, caller, c.req.param("id"));
      return c.json(describeOwnTrack(track, env, getOrigin(c.req.raw)));
    })
    .delete("/:org/tracks/:id", (c) => {
      const caller = authenticate(c, env);
      const track = findReachableTrack(env, caller, c.req.param("id"));
      const { id } = track;
      if (!isOwner(caller, track)) {
        const message = "You do not have permission to perform this action.";
        const system = "Only the creator may delete a track";
        throw new ErrorResponse(403, "INSUFFICIENT_PERMISSIONS", message, system, { track_id: id });
      }
      // Soft: the row stays, so that a share of it can answer `available: false`.
      env.db.run("UPDATE tracks SET removed_at = ? WHERE id = ?", [env.clock.now(), id]);
      return c.json({ success: true, id, detail: "Track deleted." });
    });
}
