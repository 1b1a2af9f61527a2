import { randomBytes, randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Context } from "hono";
import { originOf } from "../audio/signed-urls.ts";
import { exactTime } from "../clock.ts";
import type { Env, World } from "../environment.ts";
import { Check, readBody } from "./read-request.ts";
import { enter, reach } from "./authenticate.ts";
import { notFound, refuse } from "./error-responses.ts";
import { note, statusOf } from "./queries.ts";
import type { RenderRow, ShareRow } from "./queries.ts";

/** What a new share is made of; the time in milliseconds since 1970. */
export interface ShareTerms {
  readonly channel: string;
  readonly recipient: string | null;
  readonly message: string | null;
  readonly expiresAt: number | null;
}

/** Commits a share of a render that has succeeded; 409 `not_ready` for any other. */
export function createShare(world: World, render: RenderRow, terms: ShareTerms): ShareRow {
  if (statusOf(render, world) !== "succeeded")
    throw refuse(409, "not_ready", "The render has not succeeded yet.");
  const { channel, recipient, message, expiresAt } = terms;
  const id = randomUUID();
  const token = `cks_${randomBytes(18).toString("base64url")}`;
  world.db.run(
    `INSERT INTO craftkit_shares (id, token, render_id, owner, channel, recipient, message, expires_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [id, token, render.id, render.owner, channel, recipient, message, expiresAt, world.clock.now()],
  );
  note(world, render.id, id, "share_created");
  const share = world.db.one<ShareRow>("SELECT * FROM craftkit_shares WHERE id = ?", [id]);
  if (!share) throw new Error("the share that was just made is gone");
  return share;
}

/** Where the link leads: to the caller's own origin, or to the custom share domain of the settings. */
export function shareUrl(c: Context<Env>, { settings }: World, token: string): string {
  return `${settings.craftkitShareOrigin ?? originOf(c.req.raw)}/share/${token}`;
}

function shown(c: Context<Env>, world: World, share: ShareRow) {
  return {
    id: share.id,
    shareToken: share.token,
    shareUrl: shareUrl(c, world, share.token),
    channel: share.channel,
    recipientEmail: share.recipient,
    message: share.message,
    expiresAt: exactTime(share.expires_at),
    revokedAt: exactTime(share.revoked_at),
    createdAt: exactTime(share.created_at),
  };
}

function listed(c: Context<Env>, world: World, share: ShareRow) {
  const revokedReason = share.revoked_at === null ? null : "revoked_by_partner";
  return { ...shown(c, world, share), revokedReason, clickCount: share.clicks };
}

function readTerms(check: Check, world: World): ShareTerms {
  const { channel = "link" } = check.body;
  if (channel !== "link" && channel !== "email") check.fail("channel", "Expected link or email");
  const recipient = check.email("recipientEmail");
  if (channel === "email" && check.body["recipientEmail"] === undefined)
    check.fail("recipientEmail", "Required when channel is email");
  const message = check.text("message", 2000);
  const expiresAt = check.future("expiresAt", world);
  check.end();
  return { channel: String(channel), recipient, message, expiresAt };
}

/** Create, list and revoke: https://docs.craftkit.dev/api-reference/create-share */
export function shareRoutes(world: World): Hono<Env> {
  const { db, clock } = world;
  return new Hono<Env>()
    .post("/:id/shares", async (c) => {
      const caller = enter(c, world);
      // Inferred order: the body before the render. Nothing is mailed for `email`; the share only remembers it.
      const terms = readTerms(new Check(await readBody(c)), world);
      const share = createShare(world, reach(c, world, caller), terms);
      return c.json(shown(c, world, share), 201);
    })
    .get("/:id/shares", (c) => {
      const render = reach(c, world, enter(c, world));
      const rows = db.all<ShareRow>(
        "SELECT * FROM craftkit_shares WHERE render_id = ? ORDER BY seq DESC",
        [render.id],
      );
      const shares = rows.map((row) => listed(c, world, row));
      return c.json({ shares });
    })
    .delete("/:id/shares/:share", (c) => {
      const render = reach(c, world, enter(c, world));
      const id = c.req.param("share");
      const live = "id = ? AND render_id = ? AND revoked_at IS NULL";
      if (!db.one(`SELECT 1 FROM craftkit_shares WHERE ${live}`, [id, render.id]))
        throw notFound("Share");
      const now = clock.now();
      db.run(`UPDATE craftkit_shares SET revoked_at = ? WHERE ${live}`, [now, id, render.id]);
      note(world, render.id, id, "share_revoked");
      return c.json({ id, revokedAt: exactTime(now) });
    });
}
