import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { formatMilliseconds } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { authenticate, findOwnRender } from "./authenticate.ts";
import { addEvent } from "./queries.ts";
import { BodyValidator, readBody } from "./read-request.ts";
import { createShare, getShareUrl } from "./shares.ts";

/**
 * Make a share and mail it; here no mail leaves the machine. The documented 502 `email_send_failed` and 503
 * `email_not_configured` are for a fault to answer. https://docs.craftkit.dev/api-reference/email-render
 */
export function createEmailRoutes(env: Environment): Hono<HonoEnv> {
  return new Hono<HonoEnv>().post("/:id/email", async (c) => {
    const caller = authenticate(c, env);
    const check = new BodyValidator(await readBody(c));
    const recipient = check.email("to");
    if (check.body["to"] === undefined) check.fail("to", "Required");
    check.text("recipientName", 200);
    const message = check.text("message", 2000);
    const expiresAt = check.future("expiresAt", env);
    check.end();
    const terms = { channel: "email", recipient, message, expiresAt };
    const share = createShare(env, findOwnRender(c, env, caller), terms);
    addEvent(env, share.render_id, share.id, "email_sent");
    const sent = {
      id: share.id,
      shareToken: share.token,
      shareUrl: getShareUrl(c, env, share.token),
      emailMessageId: randomUUID(),
      sentAt: formatMilliseconds(share.created_at),
    };
    return c.json(sent, 201);
  });
}
