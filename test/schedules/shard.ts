import { expect, test } from "vitest";
import { failpoints } from "../../src/model/failpoint.ts";
import { score } from "../kits/scorecard.ts";
import { checkSchedules } from "./run-and-check.ts";
import { setUp } from "./setup.ts";

/** So many test files share the schedules, as each file has a processor of its own. */
const SHARDS = 2;
const HOUR = 3_600_000;

/**
 * EARMARK_SCHEDULES random schedules, of which this file runs its share. They are the same ones each time;
 * more of them than usual are new ones each time, unless EARMARK_SEED says which.
 */
export function testShard(shard: number): void {
  const service = setUp();
  const asked = process.env["EARMARK_SCHEDULES"];
  const runs = Math.ceil(Number(asked ?? 5000) / SHARDS);
  const usual = asked ? Date.now() % 2 ** 31 : 1;
  const seed = Number(process.env["EARMARK_SEED"] ?? usual * SHARDS + shard);
  const path = process.env["EARMARK_PATH"] ?? "";

  test(`${runs} schedules from seed ${seed}`, { timeout: 2 * HOUR }, async () => {
    const begun = performance.now();
    const { wrong, crashes, requests } = await checkSchedules(service(), { runs, seed, path });
    const seconds = (performance.now() - begun) / 1000;
    const stops = [...crashes.values()].reduce((all, each) => all + each, 0);
    console.log(`${runs} schedules, seed ${seed}, ${(runs / seconds).toFixed(1)} a second`);
    score("schedules", { runs, crashes: stops, requests, violations: wrong === null ? 0 : 1 });
    expect(wrong ?? "nothing").toBe("nothing");
    if (runs >= 2500) {
      expect(failpoints.filter((each) => !crashes.has(each))).toEqual([]);
    }
  });
}
