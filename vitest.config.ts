import { preact } from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { readBuildSettings } from "./scripts/build-settings.ts";

// The settings that src/model/build-settings.ts reads, as a build for nobody in particular has them.
const settings = readBuildSettings({});

export default defineConfig({
  plugins: [preact(), WxtVitest()],
  define: { __EARMARK__: JSON.stringify(settings), __TESTING__: "true" },
  test: {
    include: [
      "src/**/*.test.{ts,tsx}",
      "test/*.test.ts",
      "test/{architecture,contract,schedules}/**/*.test.ts",
      "sandbox/**/*.test.ts",
      "scripts/**/*.test.ts",
    ],
    // A test that draws asks for a document with `// @vitest-environment happy-dom`.
    environment: "node",
    maxWorkers: 2, // by itself Vitest leaves one of two processors idle
    // Thousands of generated cases take their time on a busy machine; what hangs still ends.
    testTimeout: 30_000,
  },
});
