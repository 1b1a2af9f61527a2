import { Hono } from "hono";
import { originOf } from "../audio/signed-urls.ts";
import type { Env, World } from "../environment.ts";
import { enter } from "./authenticate.ts";
import { Refusal } from "./error-response.ts";
import { owns, reachTrack } from "./queries.ts";
import { openedTrack } from "./track-json.ts";

/** Get and delete one track. https://docs.aitronos.com/docs/api-reference/music/get-track */
export function trackRoutes(world: World): Hono<Env> {
  return new Hono<Env>()
    .get("/:org/tracks/:id", (c) => {
      const caller = enter(c, world);
      const track = reachTrack(world, caller, c.req.param("id"));
      return c.json(openedTrack(track, world, originOf(c.req.raw)));
    })
    .delete("/:org/tracks/:id", (c) => {
      const caller = enter(c, world);
      const track = reachTrack(world, caller, c.req.param("id"));
      const { id } = track;
      if (!owns(caller, track)) {
        const message = "You do not have permission to perform this action.";
        const system = "Only the creator may delete a track";
        throw new Refusal(403, "INSUFFICIENT_PERMISSIONS", message, system, { track_id: id });
      }
      // Soft: the row stays, so that a share of it can answer `available: false`.
      world.db.run("UPDATE tracks SET removed_at = ? WHERE id = ?", [world.clock.now(), id]);
      return c.json({ success: true, id, detail: "Track deleted." });
    });
}
