import { setTimeout } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import type { Bench } from "../bench.ts";
import { launch } from "../browser.ts";
import { IS_READY, measurePageScript } from "../measure-page.ts";
import type { StemPlayer } from "../player.ts";
import { openRawSession } from "../raw-session.ts";
import type { RawSession } from "../raw-session.ts";
import { outputRecorderScript } from "./record-output.ts";

/** Milliseconds that the pointer is on the button before it is pressed; a hand takes longer. */
const REST = 150;

/** A page with eight stems in a browser of its own; what a player leaves behind is then nobody else's. */
export interface PlayerVisit {
  readonly page: RawSession;
  /** A real press of the player's own button; gives when, in milliseconds since 1970. */
  press(): Promise<number>;
  /** Sets the place, in seconds; gives when. */
  seek(to: number): Promise<number>;
}

/** Opens the page, waits until the player is ready, does `work` and closes all. `listens`: with the tap in the page. */
export async function withPlayer<Result>(
  bench: Bench,
  player: StemPlayer,
  { listens, first }: { listens: boolean; first?: (browser: Browser) => Promise<void> },
  work: (visit: PlayerVisit) => Promise<Result>,
): Promise<Result> {
  const browser = await launch();
  try {
    await first?.(browser);
    const page = await openRawSession(browser);
    await page.open(await bench.page(player, 1), [
      measurePageScript(player),
      ...(listens ? [outputRecorderScript] : []),
    ]);
    await page.until(IS_READY);
    if (listens) await page.until("benchTap.listening === benchTap.contexts");
    await setTimeout(400);
    return await work({
      page,
      async press() {
        const place = await page.ask<{ x: number; y: number }>(`(() => {
          addEventListener("pointerdown", () => { globalThis.benchPressed = Date.now(); }, { capture: true, once: true });
          const { x, y, width, height } = (${player.control.toString()})(document.querySelector(".place")).getBoundingClientRect();
          return { x: x + width / 2, y: y + height / 2 };
        })()`);
        const mouse = { ...place, button: "left", clickCount: 1 } as const;
        await page.send("Input.dispatchMouseEvent", { ...place, type: "mouseMoved" });
        await setTimeout(REST);
        await page.send("Input.dispatchMouseEvent", { ...mouse, type: "mousePressed" });
        await page.send("Input.dispatchMouseEvent", { ...mouse, type: "mouseReleased" });
        return page.ask<number>("benchPressed");
      },
      seek: (to) =>
        page.ask<number>(`(() => {
          const now = Date.now();
          (${player.seek.toString()})(document.querySelector(".place"), ${to});
          return now;
        })()`),
    });
  } finally {
    await browser.close();
  }
}
