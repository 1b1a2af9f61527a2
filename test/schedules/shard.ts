import { expect, test } from "vitest";
import { failpoints } from "../../src/model/failpoint.ts";
import { score } from "../kits/scorecard.ts";
import { checkSchedules } from "./run-and-check.ts";
import { useSimulation } from "./setup.ts";

/** How many test files divide the schedules between them, because Vitest runs test files in parallel. */
const SHARDS = 2;
const HOUR_MS = 3_600_000;

/**
 * Tests this file's share of the random schedules: 5000 in all with fixed seeds, or EARMARK_SCHEDULES of them with
 * new seeds, or with EARMARK_SEED. EARMARK_PATH selects one schedule of a seed.
 */
export function testShard(shard: number): void {
  const sandbox = useSimulation();
  const schedules = process.env["EARMARK_SCHEDULES"];
  const runs = Math.ceil(Number(schedules ?? 5000) / SHARDS);
  const firstSeed = schedules ? Date.now() % 2 ** 31 : 1;
  const seed = Number(process.env["EARMARK_SEED"] ?? firstSeed * SHARDS + shard);
  const path = process.env["EARMARK_PATH"] ?? "";

  test(`${runs} schedules from seed ${seed}`, { timeout: 2 * HOUR_MS }, async () => {
    const start = performance.now();
    const { counterexample, stops, requests } = await checkSchedules(sandbox(), {
      runs,
      seed,
      path,
    });
    const seconds = (performance.now() - start) / 1000;
    const crashes = [...stops.values()].reduce((sum, count) => sum + count, 0);
    console.log(`${runs} schedules, seed ${seed}, ${(runs / seconds).toFixed(1)} a second`);
    score("schedules", { runs, crashes, requests, violations: counterexample === null ? 0 : 1 });
    expect(counterexample ?? "nothing").toBe("nothing");
    if (runs >= 2500) {
      expect(failpoints.filter((each) => !stops.has(each))).toEqual([]);
    }
  });
}
