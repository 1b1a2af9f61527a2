import { defineConfig } from "@playwright/test";
import { workerCount } from "./playwright-worker-env.ts";

const LONG = "**/{stops,kills}.spec.ts";
const report = process.env["EARMARK_TEST_REPORT"];

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  // What takes minutes begins first, beside all the rest.
  projects: [
    { name: "long", testMatch: LONG },
    { name: "short", testMatch: "**/*.spec.ts", testIgnore: LONG },
  ],
  workers: workerCount,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  reporter: report ? [["list"], ["json", { outputFile: report }]] : "list",
});
