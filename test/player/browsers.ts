import type { Launch } from "./browser-driver.ts";
import { chromium, firefox } from "./playwright-driver.ts";
import { webkit } from "./webkit-driver.ts";

/** The three engines the player is held to; EARMARK_PLAYER_BROWSERS names some of them. */
const launches: Readonly<Record<string, Launch>> = { chromium, firefox, webkit };

const wanted = (process.env["EARMARK_PLAYER_BROWSERS"] ?? "").split(/\s+/).filter(Boolean);

export const browsers: readonly (readonly [name: string, launch: Launch])[] = Object.entries(
  launches,
).filter(([name]) => wanted.length === 0 || wanted.includes(name));
