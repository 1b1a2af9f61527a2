import type { Browser, Page } from "@playwright/test";
import type { Bench } from "../bench.ts";
import { launch } from "../browser.ts";
import type { StemPlayer } from "../player.ts";
import { probe } from "../probe.ts";
import { tap } from "./tap.ts";

/** A page with eight stems in a browser of its own; what a player leaves behind is then nobody else's. */
export interface Visit {
  readonly browser: Browser;
  readonly page: Page;
  /** A real press of the player's own button; gives when, in milliseconds since 1970. */
  press(): Promise<number>;
  /** Sets the place, in seconds; gives when. */
  seek(to: number): Promise<number>;
}

/** Opens the page, waits until the player is ready, does `work` and closes all. `listens`: with the tap in the page. */
export async function visit<Result>(
  bench: Bench,
  player: StemPlayer,
  { listens, first }: { listens: boolean; first?: (browser: Browser) => Promise<void> },
  work: (visit: Visit) => Promise<Result>,
): Promise<Result> {
  const browser = await launch();
  try {
    await first?.(browser);
    const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
    await page.addInitScript(probe(player));
    if (listens) await page.addInitScript(tap);
    await page.goto(await bench.page(player, 1));
    await page.waitForFunction(() => globalThis.benchSeen.ready !== null);
    if (listens)
      await page.waitForFunction(
        () => globalThis.benchTap.listening === globalThis.benchTap.contexts,
      );
    await page.waitForTimeout(400);
    return await work({
      browser,
      page,
      async press() {
        const box = await page.evaluate(`(() => {
          addEventListener("pointerdown", () => { globalThis.benchPressed = Date.now(); }, { capture: true, once: true });
          const { x, y, width, height } = (${player.control.toString()})(document.querySelector(".place")).getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        })()`);
        const { x, y } = box as { x: number; y: number };
        await page.mouse.click(x, y);
        return Number(await page.evaluate("globalThis.benchPressed"));
      },
      async seek(to) {
        const begun = await page.evaluate(`(() => {
          const now = Date.now();
          (${player.seek.toString()})(document.querySelector(".place"), ${to});
          return now;
        })()`);
        return Number(begun);
      },
    });
  } finally {
    await browser.close();
  }
}
