import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** One classic script, so that it works in any script tag: plain, `defer`, `async` or `type="module"`. */
export default defineConfig({
  root: here("."),
  publicDir: false,
  build: {
    target: "es2022",
    cssTarget: "chrome123",
    outDir: here("../../.output/widget"),
    emptyOutDir: true,
    lib: {
      entry: here("index.ts"),
      formats: ["iife"],
      name: "earmarkPlayer",
      fileName: () => "earmark-player.js",
    },
  },
});
