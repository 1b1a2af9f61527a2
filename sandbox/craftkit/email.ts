import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { exactTime } from "../clock.ts";
import type { Env, World } from "../environment.ts";
import { Check, readBody } from "./read-request.ts";
import { enter, reach } from "./authenticate.ts";
import { note } from "./queries.ts";
import { createShare, shareUrl } from "./shares.ts";

/**
 * Make a share and mail it; here no mail leaves the machine. The documented 502 `email_send_failed` and 503
 * `email_not_configured` are for a fault to answer. https://docs.craftkit.dev/api-reference/email-render
 */
export function emailRoutes(world: World): Hono<Env> {
  return new Hono<Env>().post("/:id/email", async (c) => {
    const caller = enter(c, world);
    const check = new Check(await readBody(c));
    const recipient = check.email("to");
    if (check.body["to"] === undefined) check.fail("to", "Required");
    check.text("recipientName", 200);
    const message = check.text("message", 2000);
    const expiresAt = check.future("expiresAt", world);
    check.end();
    const terms = { channel: "email", recipient, message, expiresAt };
    const share = createShare(world, reach(c, world, caller), terms);
    note(world, share.render_id, share.id, "email_sent");
    const sent = {
      id: share.id,
      shareToken: share.token,
      shareUrl: shareUrl(c, world, share.token),
      emailMessageId: randomUUID(),
      sentAt: exactTime(share.created_at),
    };
    return c.json(sent, 201);
  });
}
