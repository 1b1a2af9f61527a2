import type { Browser } from "@playwright/test";
import { readWork } from "./browser.ts";
import type { Player } from "./player.ts";
import { probe } from "./probe.ts";
import type { Seen } from "./probe.ts";

/** How many times slower than this machine's the processor is made. */
export const THROTTLE = 4;
/** Milliseconds in which what is ready may still move something or ask for something. */
const LATER = 1500;
const PATIENCE = 60_000;

/** A page that was opened, and left alone until some time after it was ready. */
export interface Opened extends Seen {
  /** Addresses of all that the page asked for itself, in order; the browser's own CORS questions are not among them. */
  readonly asked: readonly string[];
  /** Milliseconds of the main thread, throttled. */
  readonly script: number;
  readonly task: number;
}

/** Opens a page in a fresh context with a slow processor. Throws when it is not ready within a minute. */
export async function openPage(browser: Browser, url: string, player: Player): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  try {
    const page = await context.newPage();
    // So that the process is there, and counts from here on.
    await page.goto(new URL("/pages/blank-1/", url).href);
    const session = await context.newCDPSession(page);
    await page.addInitScript(probe(player));
    // The thread's own time: what other programs take meanwhile is not in it.
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await session.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
    const before = await readWork(session);
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => globalThis.benchSeen.ready !== null, null, {
      polling: 100,
      timeout: PATIENCE,
    });
    await page.waitForTimeout(LATER);
    const after = await readWork(session);
    const seen = await page.evaluate(() => ({
      ...globalThis.benchSeen,
      asked: performance.getEntriesByType("resource").map(({ name }) => name),
    }));
    return {
      ...seen,
      script: 1000 * (after.script - before.script),
      task: 1000 * (after.task - before.task),
    };
  } finally {
    await context.close();
  }
}
