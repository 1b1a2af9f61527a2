import { randomBytes, randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Context } from "hono";
import { getOrigin } from "../audio/signed-urls.ts";
import { formatMilliseconds } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { authenticate, findOwnRender } from "./authenticate.ts";
import { notFound, createError } from "./error-responses.ts";
import { addEvent, getStatus } from "./queries.ts";
import type { RenderRow, ShareRow } from "./queries.ts";
import { BodyValidator, readBody } from "./read-request.ts";

/** What a new share is made of; the time in milliseconds since 1970. */
export interface ShareTerms {
  readonly channel: string;
  readonly recipient: string | null;
  readonly message: string | null;
  readonly expiresAt: number | null;
}

/** Commits a share of a render that has succeeded; 409 `not_ready` for any other. */
export function createShare(env: Environment, render: RenderRow, terms: ShareTerms): ShareRow {
  if (getStatus(render, env) !== "succeeded")
    throw createError(409, "not_ready", "The render has not succeeded yet.");
  const { channel, recipient, message, expiresAt } = terms;
  const id = randomUUID();
  const token = `cks_${randomBytes(18).toString("base64url")}`;
  env.db.run(
    `INSERT INTO craftkit_shares (id, token, render_id, owner, channel, recipient, message, expires_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, token, render.id, render.owner, channel, recipient, message, expiresAt, env.clock.now()],
  );
  addEvent(env, render.id, id, "share_created");
  const share = env.db.one<ShareRow>("SELECT * FROM craftkit_shares WHERE id = ?", [id]);
  if (!share) throw new Error("the share that was just made is gone");
  return share;
}

/** Where the link leads: to the caller's own origin, or to the custom share domain of the settings. */
export function getShareUrl(c: Context<HonoEnv>, { settings }: Environment, token: string): string {
  return `${settings.craftkitShareOrigin ?? getOrigin(c.req.raw)}/share/${token}`;
}

function shown(c: Context<HonoEnv>, env: Environment, share: ShareRow) {
  return {
    id: share.id,
    shareToken: share.token,
    shareUrl: getShareUrl(c, env, share.token),
    channel: share.channel,
    recipientEmail: share.recipient,
    message: share.message,
    expiresAt: formatMilliseconds(share.expires_at),
    revokedAt: formatMilliseconds(share.revoked_at),
    createdAt: formatMilliseconds(share.created_at),
  };
}

function listed(c: Context<HonoEnv>, env: Environment, share: ShareRow) {
  const revokedReason = share.revoked_at === null ? null : "revoked_by_partner";
  return { ...shown(c, env, share), revokedReason, clickCount: share.clicks };
}

function readTerms(check: BodyValidator, env: Environment): ShareTerms {
  const { channel = "link" } = check.body;
  if (channel !== "link" && channel !== "email") check.fail("channel", "Expected link or email");
  const recipient = check.email("recipientEmail");
  if (channel === "email" && check.body["recipientEmail"] === undefined)
    check.fail("recipientEmail", "Required when channel is email");
  const message = check.text("message", 2000);
  const expiresAt = check.future("expiresAt", env);
  check.end();
  return { channel: String(channel), recipient, message, expiresAt };
}

/** Create, list and revoke: https://docs.craftkit.dev/api-reference/create-share */
export function createShareRoutes(env: Environment): Hono<HonoEnv> {
  const { db, clock } = env;
  return new Hono<HonoEnv>()
    .post("/:id/shares", async (c) => {
      const caller = authenticate(c, env);
      // Inferred order: the body before the render. Nothing is mailed for `email`; the share only remembers it.
      const terms = readTerms(new BodyValidator(await readBody(c)), env);
      const share = createShare(env, findOwnRender(c, env, caller), terms);
      return c.json(shown(c, env, share), 201);
    })
    .get("/:id/shares", (c) => {
      const render = findOwnRender(c, env, authenticate(c, env));
      const rows = db.all<ShareRow>(
        "SELECT * FROM craftkit_shares WHERE render_id = ? ORDER BY seq DESC",
        [render.id],
      );
      const shares = rows.map((row) => listed(c, env, row));
      return c.json({ shares });
    })
    .delete("/:id/shares/:share", (c) => {
      const render = findOwnRender(c, env, authenticate(c, env));
      const id = c.req.param("share");
      const live = "id = ? AND render_id = ? AND revoked_at IS NULL";
      if (!db.one(`SELECT 1 FROM craftkit_shares WHERE ${live}`, [id, render.id]))
        throw notFound("Share");
      const now = clock.now();
      db.run(`UPDATE craftkit_shares SET revoked_at = ? WHERE ${live}`, [now, id, render.id]);
      addEvent(env, render.id, id, "share_revoked");
      return c.json({ id, revokedAt: formatMilliseconds(now) });
    });
}
