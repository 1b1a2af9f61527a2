import { Hono } from "hono";
import type { HonoEnv, Settings } from "./environment.ts";
import type { Faults } from "./faults/faults.ts";
import { readFault } from "./faults/faults.ts";
import type { Ledger } from "./ledger.ts";
import { readSettings } from "./settings.ts";

/** What the controls can do; the same as a `Sandbox` offers to code in its own process. */
export interface Controls {
  readonly faults: Faults;
  ledger(): Ledger;
  reset(): void;
  shiftClock(offsetMs: number): void;
  set(settings: Partial<Settings>): void;
}

function isLoopback(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : "";
  return host === "127.0.0.1" || host === "localhost" || host === "[::1]";
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

/**
 * `/__sandbox/…`. Refuses every other Host (a name rebound to loopback) and every foreign Origin (a page that the
 * developer has open), so that no website can change the sandbox.
 */
export function createControlRoutes(controls: Controls): Hono<HonoEnv> {
  return new Hono<HonoEnv>()
    .use(async (c, next) => {
      const origin = c.req.header("Origin");
      if (!isLoopback(`http://${c.req.header("Host") ?? ""}`)) return c.text("loopback only", 403);
      if (origin !== undefined && !isLoopback(origin)) return c.text("loopback only", 403);
      return next();
    })
    .get("/ledger", (c) => c.json(controls.ledger()))
    .post("/reset", (c) => {
      controls.reset();
      return c.json({ reset: true });
    })
    .post("/faults", async (c) => {
      const fault = readFault(await c.req.json());
      if (typeof fault === "string") return c.json({ problem: fault }, 400);
      controls.faults.add(fault);
      return c.json({ added: fault });
    })
    .delete("/faults", (c) => {
      controls.faults.clear();
      return c.json({ cleared: true });
    })
    .post("/clock", async (c) => {
      const { offsetMs } = await c.req.json<{ offsetMs?: unknown }>();
      if (!isCount(offsetMs)) return c.json({ problem: "offsetMs must be a number" }, 400);
      controls.shiftClock(offsetMs);
      return c.json({ offsetMs });
    })
    .post("/settings", async (c) => {
      controls.set(readSettings(await c.req.json()));
      return c.json({ set: true });
    })
    .onError((problem, c) => c.json({ problem: String(problem) }, 400));
}
