import "fake-indexeddb/auto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSettings } from "../../src/model/build-settings.ts";
import { pace, realPace } from "../../src/background/pace.ts";
import fc from "fast-check";
import { runSchedule } from "./run.ts";
import { schedule } from "./schedule.ts";
import { checkSchedules, wrongIn } from "./check.ts";
import { createService, ORIGIN } from "./service.ts";
import { installSurroundings } from "./surroundings.ts";

let restore: () => void;
beforeAll(() => {
  (buildSettings.origins as string[]).push(ORIGIN);
  Object.assign(pace, realPace);
  restore = installSurroundings();
});
afterAll(() => restore());

test("schedules", { timeout: 600_000 }, async () => {
  const runs = Number(process.env["EARMARK_SCHEDULES"] ?? 200);
  const seed = Number(process.env["EARMARK_SEED"] ?? 1);
  const path = process.env["EARMARK_PATH"] ?? "";
  const service = createService();
  if (process.env["SCAN"]) {
    const kinds = new Map<string, { n: number; size: number; example: string }>();
    const begun = performance.now();
    let at = 0;
    await fc.check(
      fc.asyncProperty(schedule, async (asked) => {
        const found = wrongIn(await runSchedule(service, asked));
        for (const each of found) {
          const kind = each
            .replace(/[kp]\d+/g, "#")
            .replace(/(mslink_|shr_|tracks:|cks_)\S+/g, "…")
            .replace(/[0-9a-f-]{30,}/g, "…")
            .replace(/http\S+/g, "…")
            .slice(0, 120);
          const old = kinds.get(kind) ?? { n: 0, size: 99, example: "" };
          if (asked.steps.length < old.size)
            Object.assign(old, { size: asked.steps.length, example: String(at) });
          kinds.set(kind, { ...old, n: old.n + 1 });
        }
        at += 1;
      }),
      { numRuns: runs, seed },
    );
    console.log(`cpu ${(process.cpuUsage().user / 1e6).toFixed(1)} s`);
    console.log(`${runs} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    console.log(
      [...kinds]
        .toSorted((a, b) => b[1].n - a[1].n)
        .map(([k, v]) => `${v.n} (path ${v.example}, ${v.size} steps) ${k}`)
        .join("\n"),
    );
    return;
  }
  const begun = performance.now();
  const found = await checkSchedules(service, { runs, seed, path });
  console.log(`cpu ${(process.cpuUsage().user / 1e6).toFixed(1)} s`);
  console.log(`${runs} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  expect(found.wrong ?? "").toBe("");
});
