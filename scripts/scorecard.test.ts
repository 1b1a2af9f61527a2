import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readScorecard } from "./scorecard.ts";

test("figures of one name are added up, each name is a line", () => {
  const folder = mkdtempSync(join(tmpdir(), "earmark-scorecard-"));
  const file = join(folder, "figures");
  const lines = [
    { name: "stops", figures: { stops: 1200, lost: 0 } },
    { name: "schedules", figures: { runs: 10 } },
    { name: "schedules", figures: { runs: 5, violations: 0 } },
  ];
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  expect(readScorecard(file)).toBe(
    "Scorecard\nstops      1,200 stops, 0 lost\nschedules  15 runs, 0 violations",
  );
  rmSync(folder, { recursive: true });
  expect(readScorecard(file)).toBe("Scorecard: no figures.");
});
