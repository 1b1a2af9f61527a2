import { setTimeout } from "node:timers/promises";
import type { Bench } from "../bench.ts";
import { median } from "../interleave-runs.ts";
import type { Figures } from "../interleave-runs.ts";
import type { StemPlayer } from "../player.ts";
import type { RawSession } from "../raw-session.ts";
import { findFirstSoundTime } from "./first-sound.ts";
import { withPlayer } from "./open-player.ts";

/** Places that were not heard before, in seconds, and then some of them again. */
const NEW = [90, 30, 140, 60, 120, 20, 160, 75, 45, 105];
const KNOWN = [90, 30, 140, 60, 120, 20, 160, 75];
/** Milliseconds that each place is listened to at least, and at most. */
const STAY = 1200;
const LOST = 6000;

async function firstSound({ until, ask }: RawSession): Promise<number> {
  await until("benchTap.sound !== null", 20);
  return ask<number>("benchTap.sound");
}

/** One press and eighteen seeks: milliseconds until each is heard; `lost` is how many seeks were not heard within 6 s. */
export function measureSpeed(
  bench: Bench,
  player: StemPlayer,
): Promise<Figures<"click" | "far" | "near" | "worst" | "lost">> {
  return withPlayer(bench, player, { listens: true }, async ({ page, press, seek }) => {
    const pressed = await press();
    const click = (await firstSound(page)) - pressed;
    // The first segments are done with by then.
    await setTimeout(2000);

    const go = async (to: number): Promise<number | null> => {
      await page.ask("void (benchTap.heard = [])");
      const begun = await seek(to);
      let time: number | null = null;
      for (let stayed = 0; stayed < LOST && time === null; stayed += STAY) {
        await setTimeout(STAY);
        time = await page.ask(
          `(${findFirstSoundTime.toString()})(${JSON.stringify({ to, begun })})`,
        );
      }
      return time;
    };
    const all = async (places: readonly number[]): Promise<(number | null)[]> => {
      const times: (number | null)[] = [];
      for (const place of places) times.push(await go(place));
      return times;
    };
    const far = await all(NEW);
    const near = await all(KNOWN);
    const heard = (times: typeof far): number[] => times.filter((time) => time !== null);
    return {
      click,
      far: median(heard(far)),
      near: median(heard(near)),
      worst: heard(near).length > 0 ? Math.max(...heard(near)) : null,
      lost: [...far, ...near].filter((time) => time === null).length,
    };
  });
}
