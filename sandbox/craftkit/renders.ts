import { Hono } from "hono";
import { originOf } from "../audio/signed-urls.ts";
import { exactTime } from "../clock.ts";
import type { Env, World } from "../environment.ts";
import { enter, reach } from "./authenticate.ts";
import { findRender, statusOf } from "./queries.ts";
import type { RenderRow } from "./queries.ts";

/** Counts one question about an unfinished render, and writes down when it is done. */
function poll(world: World, render: RenderRow): RenderRow {
  const { db, clock } = world;
  const now = clock.now();
  if (statusOf(render, world) === "succeeded")
    db.run("UPDATE craftkit_renders SET completed_at = COALESCE(completed_at, ?) WHERE id = ?", [
      now,
      render.id,
    ]);
  db.run(
    "UPDATE craftkit_renders SET polls = polls + 1, first_poll_at = COALESCE(first_poll_at, ?) WHERE id = ?",
    [now, render.id],
  );
  return findRender(world, render.id) ?? render;
}

/** Ask how far a render is: https://docs.craftkit.dev/api-reference/get-render */
export function renderRoutes(world: World): Hono<Env> {
  return new Hono<Env>().get("/:id", (c) => {
    const before = reach(c, world, enter(c, world));
    const status = statusOf(before, world);
    const { id, outcome, created_at, completed_at, first_poll_at } = poll(world, before);
    // The unfinished one has waited since the seed; its work begins with the first question.
    const begun = outcome === "slow" ? (first_poll_at ?? created_at) : created_at;
    const origin = originOf(c.req.raw);
    return c.json({
      id,
      status,
      pollUrl: `${origin}/v1/renders/${id}`,
      // Public and lasting, as documented for a project with a public bucket: no share's end takes it away.
      downloadUrl: status === "succeeded" ? `${origin}/renders/${id}.pdf` : null,
      errorMessage: status === "failed" ? "Template rendering failed: missing font." : null,
      createdAt: exactTime(created_at),
      completedAt: exactTime(completed_at),
      durationMs: completed_at === null ? null : Math.max(0, completed_at - begun),
    });
  });
}
