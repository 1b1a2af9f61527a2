import { setTimeout } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import { readWork } from "./browser.ts";
import { IS_READY, measurePageScript } from "./measure-page.ts";
import type { PageTimes } from "./measure-page.ts";
import type { Player } from "./player.ts";
import { openRawSession } from "./raw-session.ts";

/** How many times slower than this machine's the processor is made. */
export const THROTTLE = 4;
/** Milliseconds in which what is ready may still move something or ask for something. */
const LATER = 1500;

/** A page that was opened, and left alone until some time after it was ready. */
export interface Opened extends PageTimes {
  /** Addresses of all that the page asked for itself, in order; the browser's own CORS questions are not among them. */
  readonly asked: readonly string[];
  /** Milliseconds of the main thread, throttled. */
  readonly script: number;
  readonly task: number;
}

/** Opens a page in a fresh context with a slow processor. Throws when it is not ready within a minute. */
export async function openPage(browser: Browser, url: string, player: Player): Promise<Opened> {
  const page = await openRawSession(browser);
  try {
    // So that the process is there, and counts from here on.
    await page.open(new URL("/pages/blank-1/", url).href, []);
    await page.until("document.readyState === 'complete'");
    // The thread's own time: what other programs take meanwhile is not in it.
    await page.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
    const before = await readWork(page.send);
    await page.open(url, [measurePageScript(player)]);
    await page.until(IS_READY);
    await setTimeout(LATER);
    const after = await readWork(page.send);
    const seen = await page.ask<PageTimes>("benchSeen");
    const asked = await page.ask<string[]>(
      "performance.getEntriesByType('resource').map(({ name }) => name)",
    );
    return {
      ...seen,
      asked,
      script: 1000 * (after.script - before.script),
      task: 1000 * (after.task - before.task),
    };
  } finally {
    await page.close();
  }
}
