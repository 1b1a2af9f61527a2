import { preact } from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { readBuildSettings } from "./scripts/build-settings.ts";
import { createManifest } from "./scripts/manifest.ts";

const settings = readBuildSettings(process.env);

// https://wxt.dev/api/config.html
export default defineConfig({
  imports: false, // every file imports what it uses
  hooks: {
    // WXT 0.21.4 adds imports all the same: a parameter named `storage` put 9 KB of its storage library into the worker.
    "config:resolved": ({ config }) =>
      void Object.assign(config.imports, { presets: [], imports: [] }),
  },
  outDir: process.env.EARMARK_OUT ?? ".output",
  manifestVersion: 3,
  manifest: ({ browser, command }) => createManifest(browser, command, settings),
  vite: () => ({
    plugins: [preact()],
    // Its polyfill and lists are a kilobyte of the popup; its few chunks are on the same disk.
    build: { modulePreload: false },
    define: {
      __EARMARK__: JSON.stringify(settings),
      __TESTING__: JSON.stringify(process.env.EARMARK_TESTING === "1"),
    },
  }),
});
