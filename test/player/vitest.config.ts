import { defineConfig } from "vitest/config";

/** The player in three real browsers, one after the other: they share the processor. */
export default defineConfig({
  test: {
    include: ["test/player/**/*.test.ts"],
    environment: "node",
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
