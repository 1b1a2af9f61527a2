import type { HttpBindings } from "@hono/node-server";
import { createAudioLinks } from "./audio-links.ts";
import type { AudioLinks } from "./audio-links.ts";
import { createClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import type { Database } from "./database.ts";
import { createLimits } from "./limits.ts";
import type { Limits } from "./limits.ts";

/** What a test may set while the sandbox runs. */
export interface Settings {
  /** How long a signed audio address works, in seconds. */
  signedUrlSeconds: number;
  /** Requests per minute and caller; null = as many as you like. */
  requestsPerMinute: number | null;
}

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

// The documented rates (100 and 1,000 a minute) are marked "in development" by their page, and would
// stop a benchmark, so no limit unless a test sets one:
// https://docs.aitronos.com/docs/documentation/rate-limiting
export const defaultSettings: Readonly<Settings> = {
  signedUrlSeconds: 600,
  requestsPerMinute: null,
};

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
