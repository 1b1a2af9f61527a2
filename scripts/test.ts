import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, buildAll, buildPlayer } from "./build.ts";
import { needBrowser, needProgram } from "./chromium.ts";
import { demoSettings } from "./demo.ts";
import { freePort } from "./free-port.ts";
import { run } from "./run.ts";
import { readPlaywright, readVitest, sum, tallyOf, type Tally } from "./tally.ts";

/* `npm test`: everything, in the order in which a mistake is cheapest to see. Ends with "N passed, N failed". */

const reports = mkdtempSync(join(tmpdir(), "earmark-reports-"));

function programs(): Tally {
  needBrowser();
  // Decodes the sandbox's music, to check that it sounds as its catalogue says.
  needProgram("ffmpeg");
  return tallyOf(true);
}

function unit(): Tally {
  const file = join(reports, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return readVitest(file, run("vitest", ["run", ...reporters]));
}

async function inBrowser(): Promise<Tally> {
  const port = await freePort();
  const settings = demoSettings(`http://127.0.0.1:${port}`);
  const folder = build({
    browser: "chrome",
    ...settings,
    playerIntegrity: buildPlayer(),
    out: ".output/test",
  });
  const file = join(reports, "playwright.json");
  const env = {
    EARMARK_BROWSER: needBrowser(),
    EARMARK_TEST_PORT: String(port),
    EARMARK_TEST_EXTENSION: folder,
    EARMARK_TEST_REPORT: file,
  };
  return readPlaywright(
    file,
    run("playwright", ["test", "-c", "test/e2e/playwright.config.ts"], env),
  );
}

const steps: readonly (readonly [string, () => Tally | Promise<Tally>])[] = [
  ["programs", programs],
  ["types", () => tallyOf(run("tsc", ["--noEmit"]) === 0)],
  ["lint", () => tallyOf(run("oxlint", []) === 0)],
  ["format", () => tallyOf(run("oxfmt", ["--check"]) === 0)],
  ["build", () => (buildAll(), tallyOf(true))],
  ["unit and whole-set tests", unit],
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
rmSync(reports, { recursive: true, force: true });
const { passed, failed } = sum(tallies);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
