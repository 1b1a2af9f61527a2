import { delimiter } from "node:path";

/** The nth of several values in a variable, separated as in PATH; the first where there are fewer. */
function readWorkerValue(variable: string): string | undefined {
  const values = process.env[variable]?.split(delimiter) ?? [];
  // Playwright numbers its workers: https://playwright.dev/docs/test-parallel#worker-index-and-parallel-index
  return values[Number(process.env["TEST_PARALLEL_INDEX"] ?? 0)] ?? values[0];
}

/** Workers that run side by side: each has services, and an extension that knows them, of its own. */
export const workerCount = process.env["EARMARK_TEST_PORT"]?.split(delimiter).length ?? 1;

/** The port that this worker's services listen on. */
export const getPort = (): number => Number(readWorkerValue("EARMARK_TEST_PORT"));

/** The folder of the extension that was built for that port. */
export const getExtensionFolder = (): string =>
  readWorkerValue("EARMARK_TEST_EXTENSION") ?? ".output/test-0/chrome-mv3";
