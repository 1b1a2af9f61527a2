import { setTimeout as later } from "node:timers/promises";
import type { Browser } from "@playwright/test";
import type { Bench } from "../bench.ts";
import type { Figures } from "../interleave-runs.ts";
import type { StemPlayer } from "../player.ts";
import { openRawSession } from "../raw-session.ts";
import { withPlayer } from "./open-player.ts";
import { readUse } from "./process-tree.ts";

/** Seconds that it plays before it is weighed. */
const PLAYS = 15;
const SEEKS = 25;

/**
 * Memory of the page in MB, less that of an empty one, ready, playing, and after 25 seeks; and the processors that the whole
 * browser keeps busy while it plays. Nothing listens in.
 */
export async function measureWeight(
  bench: Bench,
  player: StemPlayer,
): Promise<Figures<"idle" | "playing" | "seeked" | "cpu">> {
  let empty = 0;
  const first = async (browser: Browser): Promise<void> => {
    await openRawSession(browser);
    await later(1500);
    empty = readUse().pages;
  };
  return withPlayer(bench, player, { listens: false, first }, async ({ press, seek }) => {
    await later(1500);
    const idle = readUse().pages - empty;
    await press();
    await later(3000);
    const [before, begun] = [readUse().cpu, performance.now()];
    await later(1000 * PLAYS);
    const after = readUse();
    const cpu = (after.cpu - before) / ((performance.now() - begun) / 1000);
    for (let turn = 0; turn < SEEKS; turn += 1) {
      await seek(5 + ((turn * 47) % 170));
      await later(500);
    }
    await later(3000);
    const seeked = readUse().pages - empty;
    return { idle, playing: after.pages - empty, seeked, cpu };
  });
}
