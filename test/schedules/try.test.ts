import "fake-indexeddb/auto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSettings } from "../../src/model/build-settings.ts";
import { pace, realPace } from "../../src/background/pace.ts";
import { checkSchedules } from "./check.ts";
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
  const begun = performance.now();
  const found = await checkSchedules(createService(), { runs, seed, path });
  console.log(`${runs} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  expect(found ?? "").toBe("");
});
