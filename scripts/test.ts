import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { build, buildAll, buildPlayer } from "./build.ts";
import { needBrowser, needProgram } from "./chromium.ts";
import { demoSettings } from "./demo.ts";
import { freePort } from "./free-port.ts";
import { run } from "./run.ts";
import { readScorecard } from "./scorecard.ts";
import { readPlaywright, readVitest, sum, tallyOf, type Tally } from "./tally.ts";

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
  needBrowser();
  // Decodes the sandbox's music, to check that it sounds as its catalogue says.
  needProgram("ffmpeg");
  // The player is held to three browsers, and what it plays is recorded.
  needProgram("firefox-esr");
  needProgram("Xvfb", ["xvfb"]);
  needProgram("pulseaudio", ["pulseaudio", "pulseaudio-utils"]);
  needProgram("WebKitWebDriver", [
    "webkit2gtk-driver",
    ...["base", "good", "bad"].map((name) => `gstreamer1.0-plugins-${name}`),
    "gstreamer1.0-libav",
    "gstreamer1.0-pulseaudio",
  ]);
  return tallyOf(true);
}

function unit(): Tally {
  const file = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return readVitest(file, run("vitest", ["run", ...reporters]));
}

function player(): Tally {
  const file = join(reports, "player.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const config = ["--config", "test/player/vitest.config.ts"];
  return readVitest(file, run("vitest", ["run", ...config, ...reporters]));
}

async function inBrowser(): Promise<Tally> {
  const playerIntegrity = buildPlayer();
  // Two browsers side by side, each with services of its own.
  const ports = [await freePort(), await freePort()];
  const folders = ports.map((port, lane) =>
    build({
      browser: "chrome",
      ...demoSettings(`http://127.0.0.1:${port}`),
      playerIntegrity,
      testing: true,
      out: `.output/test-${lane}`,
    }),
  );
  const file = join(reports, "playwright.json");
  const env = {
    EARMARK_BROWSER: needBrowser(),
    EARMARK_TEST_PORT: ports.join(delimiter),
    EARMARK_TEST_EXTENSION: folders.join(delimiter),
    EARMARK_TEST_REPORT: file,
  };
  return readPlaywright(
    file,
    run("playwright", ["test", "-c", "test/e2e/playwright.config.ts"], env),
  );
}

const steps: readonly (readonly [string, () => Tally | Promise<Tally>])[] = [
  ["programs", programs],
  ["types", () => tallyOf(run("tsc", ["-b", "--force"]) === 0)],
  ["lint", () => tallyOf(run("oxlint", []) === 0)],
  ["format", () => tallyOf(run("oxfmt", ["--check"]) === 0)],
  ["build", () => (buildAll(), tallyOf(true))],
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
    tallies.push(tallyOf(false));
  }
}
console.log(`\n${readScorecard(scorecard)}`);
rmSync(reports, { recursive: true, force: true });
const { passed, failed } = sum(tallies);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
