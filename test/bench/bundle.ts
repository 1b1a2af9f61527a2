import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { peers, site } from "./paths.ts";
import type { Player } from "./player.ts";

/** Bundles what a player needs into its folder of the site, minified, as `app.js` with its chunks and `app.css`. */
export async function bundlePlayer({ id, entry, files = {} }: Player): Promise<void> {
  const folder = join(site, id);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, from] of Object.entries(files))
    copyFileSync(join(peers, "node_modules", from), join(folder, name));
  if (entry === undefined) return;
  // Beside the packages, where a bundler looks for them.
  const source = join(peers, `${id}.js`);
  writeFileSync(source, entry);
  await build({
    configFile: false,
    root: peers,
    // Chunks are found beside the script, wherever that is.
    base: "./",
    publicDir: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      target: "es2022",
      outDir: folder,
      emptyOutDir: false,
      modulePreload: false,
      cssCodeSplit: false,
      rollupOptions: {
        input: source,
        output: { entryFileNames: "app.js", assetFileNames: "app[extname]" },
      },
    },
  });
}
