import { Hono } from "hono";
import { formatMilliseconds } from "../clock.ts";
import type { HonoEnv, Environment } from "../environment.ts";
import { authenticate, findOwnRender } from "./authenticate.ts";

const types = [
  "viewed",
  "downloaded",
  "printed",
  "email_opened",
  "email_sent",
  "share_created",
  "share_revoked",
] as const;

interface EventRow {
  readonly share_id: string | null;
  readonly type: string;
  readonly created_at: number;
}

/** What happened to a render; the fields of a recent event are inferred. https://docs.craftkit.dev/api-reference/get-engagement */
export function createEngagementRoutes(env: Environment): Hono<HonoEnv> {
  return new Hono<HonoEnv>().get("/:id/engagement", (c) => {
    const render = findOwnRender(c, env, authenticate(c, env));
    const events = env.db.all<EventRow>(
      "SELECT share_id, type, created_at FROM craftkit_events WHERE render_id = ? ORDER BY seq DESC",
      [render.id],
    );
    const clicks = env.db.one<{ sum: number }>(
      "SELECT COALESCE(SUM(clicks), 0) AS sum FROM craftkit_shares WHERE render_id = ?",
      [render.id],
    );
    const count = (type: string) => events.filter((event) => event.type === type).length;
    return c.json({
      counts: Object.fromEntries(types.map((type) => [type, count(type)])),
      linkOpens: clicks?.sum ?? 0,
      total: events.length,
      recent: events.slice(0, 25).map(({ share_id, type, created_at }) => ({
        eventType: type,
        shareId: share_id,
        createdAt: formatMilliseconds(created_at),
      })),
    });
  });
}
