import { preact } from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { readBuildSettings } from "./scripts/build-settings.ts";
import { createManifest } from "./scripts/manifest.ts";

const settings = readBuildSettings(process.env);

// https://wxt.dev/api/config.html
export default defineConfig({
  imports: false, // every file says what it uses
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
