import { defineConfig } from "@playwright/test";

const report = process.env["EARMARK_TEST_REPORT"];

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../../test-results",
  // One real browser at a time: a second would share the clipboard and the processor.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  reporter: report ? [["list"], ["json", { outputFile: report }]] : "list",
});
