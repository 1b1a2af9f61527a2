import { createHash, randomBytes } from "node:crypto";
import { Hono } from "hono";
import type { Context } from "hono";
import { getOrigin } from "../audio/signed-urls.ts";
import { formatSeconds, formatSecondsOrNull } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { authenticate } from "./authenticate.ts";
import { invalid, notFound } from "./error-response.ts";
import { findTrack, createId, findOwnCollection, isOwner } from "./queries.ts";
import { readBody } from "./read-request.ts";

const day = 86_400_000;
const longest = 90;

/** What is kept of a token: only this. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Reads the two optional terms; days over 90 are clamped, null and absent mean never. */
async function readTerms(
  c: Context<HonoEnv>,
): Promise<{ visibility: string; days: number | null }> {
  const body = await readBody(c, ["visibility", "expires_in_days"]);
  const { visibility = "link_only", expires_in_days: days = null } = body;
  if (visibility !== "link_only" && visibility !== "public")
    throw invalid("visibility", "Must be link_only or public");
  if (days === null) return { visibility, days };
  if (typeof days !== "number" || !Number.isInteger(days) || days < 1)
    throw invalid("expires_in_days", "Must be a whole number of at least 1");
  return { visibility, days: Math.min(days, longest) };
}

/** Commits a new share and answers 201 with the token, which nobody can ask for again. */
function create(
  c: Context<HonoEnv>,
  env: Environment,
  owner: string,
  target: { type: "track" | "collection"; id: string },
  { visibility, days }: { visibility: string; days: number | null },
): Response {
  const id = createId("mslink");
  const token = `shr_${randomBytes(16).toString("hex")}`;
  // Whole seconds, because that is what the answer says.
  const now = Math.floor(env.clock.now() / 1000) * 1000;
  const expires = days === null ? null : now + days * day;
  env.db.run(
    `INSERT INTO aitronos_shares (id, token_hash, target_type, target_id, owner, visibility, expires_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, hashToken(token), target.type, target.id, owner, visibility, expires, now],
  );
  const share = {
    id,
    token,
    url: `${getOrigin(c.req.raw)}/v1/music/shared/${token}`,
    target_type: target.type,
    visibility,
    expires_at: formatSecondsOrNull(expires),
    created_at: formatSeconds(now),
  };
  return c.json(share, 201);
}

/**
 * Share a track, share a collection, revoke. Every share is a new link: no idempotency key is documented.
 * https://docs.aitronos.com/docs/api-reference/music/share-track
 */
export function createShareRoutes(env: Environment): Hono<HonoEnv> {
  return new Hono<HonoEnv>()
    .post("/:org/tracks/:id/share", async (c) => {
      const caller = authenticate(c, env);
      const terms = await readTerms(c);
      const id = c.req.param("id");
      const track = findTrack(env, id);
      if (!track || !isOwner(caller, track))
        throw notFound("Track not found or not owned by caller", { track_id: id });
      return create(c, env, caller.name, { type: "track", id }, terms);
    })
    .post("/:org/collections/:id/share", async (c) => {
      const caller = authenticate(c, env);
      const terms = await readTerms(c);
      const { id } = findOwnCollection(env, caller, c.req.param("id"));
      return create(c, env, caller.name, { type: "collection", id }, terms);
    })
    .delete("/:org/share/:id", (c) => {
      const caller = authenticate(c, env);
      const id = c.req.param("id");
      const mine = "SELECT id FROM aitronos_shares WHERE id = ? AND owner = ?";
      if (!env.db.one(mine, [id, caller.name]))
        throw notFound("Share link not found or not owned by caller", { share_id: id });
      const revoke =
        "UPDATE aitronos_shares SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL";
      env.db.run(revoke, [env.clock.now(), id]);
      return c.json({ success: true, id, detail: "Share link revoked." });
    });
}
