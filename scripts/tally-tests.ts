import { existsSync, readFileSync } from "node:fs";

/** How many tests passed and failed. A skipped test counts as failed, because skips are easily overlooked. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** One check that has no tests of its own. */
export function tallyCheck(succeeded: boolean): Tally {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1 };
}

/** Add tallies up. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    { passed: 0, failed: 0 },
  );
}

/** Vitest's JSON report. */
export function readVitestReport(file: string, exitCode: number): Tally {
  return read(file, exitCode, (report) => {
    const { numTotalTests, numPassedTests } = report as Record<string, number>;
    return counted(numTotalTests, numPassedTests);
  });
}

/** Playwright's JSON report. `expected` tests passed; no test here is meant to fail. */
export function readPlaywrightReport(file: string, exitCode: number): Tally {
  return read(file, exitCode, (report) => {
    const { stats } = report as { stats: Record<string, number> };
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats;
    return counted(expected + unexpected + flaky + skipped, expected);
  });
}

function counted(total: number | undefined, passed: number | undefined): Tally {
  if (!Number.isInteger(total) || !Number.isInteger(passed))
    throw new Error("The report has no counts.");
  return { passed: passed ?? 0, failed: (total ?? 0) - (passed ?? 0) };
}

// A crash, an unreadable report, a run without tests and a file that did not load must each count as a failure.
function read(file: string, exitCode: number, count: (report: unknown) => Tally): Tally {
  let tally: Tally = { passed: 0, failed: 1 };
  try {
    if (existsSync(file)) tally = count(JSON.parse(readFileSync(file, "utf8")));
  } catch (failure) {
    console.error(`${file} cannot be read: ${String(failure)}`);
  }
  const bad = exitCode !== 0 || tally.passed === 0;
  return bad && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
