import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { buildExtension, buildAll, buildPlayer } from "./build.ts";
import { requireBrowser, requireProgram } from "./find-programs.ts";
import { createSandboxSettings } from "./sandbox-settings.ts";
import { findFreePort } from "./find-free-port.ts";
import { runProgram } from "./run-program.ts";
import { readScorecard } from "./scorecard.ts";
import {
  readPlaywrightReport,
  readVitestReport,
  addTallies,
  tallyCheck,
  type Tally,
} from "./tally-tests.ts";

/*
 * `npm test`: everything, in the order in which a mistake is cheapest to see. Ends with the scorecard and
 * "N passed, N failed". `npm run test:long` asks the same of far more stops, kills and schedules, and all of each browser.
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

function programs(): Tally {
  requireBrowser();
  // Decodes the sandbox's music, to check that it sounds as its catalogue says.
  requireProgram("ffmpeg");
  // The player is held to three browsers, and what it plays is recorded.
  requireProgram("firefox-esr");
  requireProgram("Xvfb", ["xvfb"]);
  requireProgram("pulseaudio", ["pulseaudio", "pulseaudio-utils"]);
  requireProgram("WebKitWebDriver", [
    "webkit2gtk-driver",
    ...["base", "good", "bad"].map((name) => `gstreamer1.0-plugins-${name}`),
    "gstreamer1.0-libav",
    "gstreamer1.0-pulseaudio",
  ]);
  return tallyCheck(true);
}

function unit(): Tally {
  const file = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return readVitestReport(file, runProgram("vitest", ["run", ...reporters]));
}

function player(): Tally {
  const file = join(reports, "player.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const config = ["--config", "test/player/vitest.config.ts"];
  return readVitestReport(file, runProgram("vitest", ["run", ...config, ...reporters]));
}

async function inBrowser(): Promise<Tally> {
  const playerIntegrity = buildPlayer();
  // Two browsers side by side, each with services of its own.
  const ports = [await findFreePort(), await findFreePort()];
  const folders = ports.map((port, lane) =>
    buildExtension({
      browser: "chrome",
      ...createSandboxSettings(`http://127.0.0.1:${port}`),
      playerIntegrity,
      testing: true,
      out: `.output/test-${lane}`,
    }),
  );
  const file = join(reports, "playwright.json");
  const env = {
    EARMARK_BROWSER: requireBrowser(),
    EARMARK_TEST_PORT: ports.join(delimiter),
    EARMARK_TEST_EXTENSION: folders.join(delimiter),
    EARMARK_TEST_REPORT: file,
  };
  return readPlaywrightReport(
    file,
    runProgram("playwright", ["test", "-c", "test/e2e/playwright.config.ts"], env),
  );
}

const steps: readonly (readonly [string, () => Tally | Promise<Tally>])[] = [
  ["programs", programs],
  ["types", () => tallyCheck(runProgram("tsc", ["-b", "--force"]) === 0)],
  ["lint", () => tallyCheck(runProgram("oxlint", []) === 0)],
  ["format", () => tallyCheck(runProgram("oxfmt", ["--check"]) === 0)],
  ["build", () => (buildAll(), tallyCheck(true))],
  ["unit and whole-set tests", unit],
  ["the player in three browsers", player],
  ["tests in the browser", inBrowser],
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
