import type { HttpBindings } from "@hono/node-server";
import { createSignedUrls } from "./audio/signed-urls.ts";
import type { SignedUrls } from "./audio/signed-urls.ts";
import { createClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import { createRateLimits } from "./rate-limits.ts";
import type { RateLimits } from "./rate-limits.ts";
import { defaultSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";

export { defaultSettings } from "./settings.ts";
export type { Settings } from "./settings.ts";

/** What every provider of the sandbox is given. */
export interface Environment {
  readonly db: Database;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly limits: RateLimits;
  readonly links: SignedUrls;
}

/** Hono's environment here: the raw Node request and answer behind each call. */
export interface HonoEnv {
  Bindings: HttpBindings;
}

/** A new environment around an open database. */
export function createEnvironment(db: Database, chosen: Partial<Settings> = {}): Environment {
  const clock = createClock();
  const settings = { ...defaultSettings, ...chosen };
  return {
    db,
    clock,
    settings,
    limits: createRateLimits(clock, settings),
    links: createSignedUrls(clock, settings),
  };
}
