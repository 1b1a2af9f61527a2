import type { HttpBindings } from "@hono/node-server";
import { createAudioLinks } from "./audio/signed-urls.ts";
import type { AudioLinks } from "./audio/signed-urls.ts";
import { createClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import { createLimits } from "./rate-limits.ts";
import type { Limits } from "./rate-limits.ts";
import { defaultSettings } from "./settings.ts";
import type { Settings } from "./settings.ts";

export { defaultSettings } from "./settings.ts";
export type { Settings } from "./settings.ts";

/** What every provider of the sandbox is given. */
export interface World {
  readonly db: Database;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly limits: Limits;
  readonly links: AudioLinks;
}

/** Hono's environment here: the raw Node request and answer behind each call. */
export interface Env {
  Bindings: HttpBindings;
}

/** A fresh world around an open database. */
export function createWorld(db: Database, chosen: Partial<Settings> = {}): World {
  const clock = createClock();
  const settings = { ...defaultSettings, ...chosen };
  return {
    db,
    clock,
    settings,
    limits: createLimits(clock, settings),
    links: createAudioLinks(clock, settings),
  };
}
