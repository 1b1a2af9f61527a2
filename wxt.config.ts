import { preact } from "@preact/preset-vite";
import { defineConfig } from "wxt";
import { readBuildSettings } from "./scripts/build-settings.ts";
import { manifest } from "./scripts/manifest.ts";

const settings = readBuildSettings(process.env);

// https://wxt.dev/api/config.html
export default defineConfig({
  imports: false, // every file says what it uses
  outDir: process.env.EARMARK_OUT ?? ".output",
  manifestVersion: 3,
  manifest: ({ browser, command }) => manifest(browser, command, settings),
  vite: () => ({
    plugins: [preact()],
    define: { __EARMARK__: JSON.stringify(settings) },
  }),
});
