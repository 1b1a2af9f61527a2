import { Hono } from "hono";
import { getOrigin } from "../audio/signed-urls.ts";
import { formatMilliseconds } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { authenticate, findOwnRender } from "./authenticate.ts";
import { findRender, getStatus } from "./queries.ts";
import type { RenderRow } from "./queries.ts";

/** Counts one question about an unfinished render, and writes down when it is done. */
function poll(env: Environment, render: RenderRow): RenderRow {
  const { db, clock } = env;
  const now = clock.now();
  if (getStatus(render, env) === "succeeded")
    db.run("UPDATE craftkit_renders SET completed_at = COALESCE(completed_at, ?) WHERE id = ?", [
      now,
      render.id,
    ]);
  db.run(
    "UPDATE craftkit_renders SET polls = polls + 1, first_poll_at = COALESCE(first_poll_at, ?) WHERE id = ?",
    [now, render.id],
  );
  return findRender(env, render.id) ?? render;
}

/** Ask how far a render is: https://docs.craftkit.dev/api-reference/get-render */
export function createRenderRoutes(env: Environment): Hono<HonoEnv> {
  return new Hono<HonoEnv>().get("/:id", (c) => {
    const before = findOwnRender(c, env, authenticate(c, env));
    const status = getStatus(before, env);
    const { id, outcome, created_at, completed_at, first_poll_at } = poll(env, before);
    // The unfinished one has waited since the seed; its work begins with the first question.
    const begun = outcome === "slow" ? (first_poll_at ?? created_at) : created_at;
    const origin = getOrigin(c.req.raw);
    return c.json({
      id,
      status,
      pollUrl: `${origin}/v1/renders/${id}`,
      // Public and lasting, as documented for a project with a public bucket: no share's end takes it away.
      downloadUrl: status === "succeeded" ? `${origin}/renders/${id}.pdf` : null,
      errorMessage: status === "failed" ? "Template rendering failed: missing font." : null,
      createdAt: formatMilliseconds(created_at),
      completedAt: formatMilliseconds(completed_at),
      durationMs: completed_at === null ? null : Math.max(0, completed_at - begun),
    });
  });
}
