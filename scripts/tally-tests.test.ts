import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { readPlaywrightReport, readVitestReport, addTallies, tallyCheck } from "./tally-tests.ts";

const folder = mkdtempSync(join(tmpdir(), "earmark-tally-"));

afterAll(() => rmSync(folder, { recursive: true }));

// What is said about a bad report is for people at the console.
beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());

let written = 0;

function report(content: unknown): string {
  written += 1;
  const file = join(folder, `${written}.json`);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

test("counts what passed", () => {
  const vitest = report({ numTotalTests: 3, numPassedTests: 3 });
  expect(readVitestReport(vitest, 0)).toEqual({ passed: 3, failed: 0 });
  const playwright = report({ stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 } });
  expect(readPlaywrightReport(playwright, 0)).toEqual({ passed: 2, failed: 0 });
});

test("counts what was skipped, or passed at the second try, as failed", () => {
  const vitest = report({ numTotalTests: 3, numPassedTests: 1 });
  expect(readVitestReport(vitest, 0)).toEqual({ passed: 1, failed: 2 });
  const playwright = report({ stats: { expected: 2, unexpected: 0, flaky: 1, skipped: 1 } });
  expect(readPlaywrightReport(playwright, 0)).toEqual({ passed: 2, failed: 2 });
});

test.each([
  ["no report", join(folder, "absent.json"), 0],
  ["a report cut off", report('{"numTot'), 0],
  ["a report without counts", report({}), 0],
  ["a run of no tests", report({ numTotalTests: 0, numPassedTests: 0 }), 0],
])("%s is a failure", (_name, file, code) => {
  expect(readVitestReport(file, code).failed).toBe(1);
  expect(readPlaywrightReport(file, code).failed).toBe(1);
});

test("an exit code that no test explains is a failure", () => {
  const vitest = report({ numTotalTests: 3, numPassedTests: 3 });
  expect(readVitestReport(vitest, 1)).toEqual({ passed: 3, failed: 1 });
});

test("adds up", () => {
  expect(addTallies([tallyCheck(true), tallyCheck(false), { passed: 3, failed: 1 }])).toEqual({
    passed: 4,
    failed: 2,
  });
});
