import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAll } from "./build.ts";
import { runProgram } from "./run-program.ts";
import { readScorecard } from "./scorecard.ts";
import { addTallies, readPlaywrightReport, readVitestReport, tallyCheck } from "./tally-tests.ts";
import type { Tally } from "./tally-tests.ts";
import {
  engines,
  requireTestPrograms,
  runEndToEndTests,
  runPlayerTests,
  runUnitTests,
} from "./test-runs.ts";

/*
 * `npm test`: all checks and tests, the quick ones first. Ends with the scorecard and
 * "N passed, N failed". `npm run test:long` runs far more stops, kills and schedules.
 */

const reports = mkdtempSync(join(tmpdir(), "earmark-reports-"));
const scorecard = join(reports, "scorecard.jsonl");
const long = process.argv.includes("--long");
const amounts = long
  ? {
      EARMARK_STOPS: "1000",
      EARMARK_KILLS: "100",
      EARMARK_SCHEDULES: "100000",
      EARMARK_FORMS: "all",
    }
  : {};
// Tests in other processes write what they counted into this file.
Object.assign(process.env, { EARMARK_SCORECARD: scorecard }, amounts);

/** The path of a report in the folder of this run. */
const reportPath = (name: string): string => join(reports, `${name}.json`);

const steps: readonly (readonly [string, () => Tally | Promise<Tally>])[] = [
  ["programs", () => (requireTestPrograms(engines), tallyCheck(true))],
  ["types", () => tallyCheck(runProgram("tsc", ["-b", "--force"]) === 0)],
  ["lint", () => tallyCheck(runProgram("oxlint", []) === 0)],
  ["format", () => tallyCheck(runProgram("oxfmt", ["--check"]) === 0)],
  ["build", () => (buildAll(), tallyCheck(true))],
  [
    "unit and whole-set tests",
    () => readVitestReport(reportPath("unit"), runUnitTests([], reportPath("unit"))),
  ],
  [
    "the player in three browsers",
    () => {
      const report = reportPath("player");
      return readVitestReport(report, runPlayerTests(engines, [], report));
    },
  ],
  [
    "tests in the browser",
    async () => {
      const report = reportPath("e2e");
      return readPlaywrightReport(report, await runEndToEndTests(2, [], report));
    },
  ],
];

const tallies: Tally[] = [];
for (const [name, step] of steps) {
  console.log(`\n── ${name}`);
  try {
    tallies.push(await step());
  } catch (failure) {
    console.error(failure);
    tallies.push(tallyCheck(false));
  }
}
console.log(`\n${readScorecard(scorecard)}`);
rmSync(reports, { recursive: true, force: true });
const { passed, failed } = addTallies(tallies);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
