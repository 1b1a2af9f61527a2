import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, defineConfig } from "vite";
import type { InlineConfig, Plugin, UserConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const IMPORT = /^import \{([^}]+)\} from "(.+)";/gm;

/** Where a chunk finds the host exports, on the script element it runs in: see `lib/load-chunk.ts`. */
const HOST_EXPORTS = "document.currentScript.earmark";
/** An effect of a second copy is not run when a signal of the first changes, so no chunk may contain a copy. */
const SIGNALS = "@preact/signals-core";
/** The names that chunks get of the player's own file, by the path of their module. */
const hostExports = new Map(
  [...readFileSync(here("entries/host-exports.ts"), "utf8").matchAll(IMPORT)].map(
    ([, names = "", path = ""]) => [
      here(`entries/${path}`),
      names.split(",").map((name) => name.trim()),
    ],
  ),
);

/** The entry of each chunk `earmark-<name>.js`, by name. */
const chunkEntries: Readonly<Record<string, string>> = {
  desk: "entries/mixer-chunk.ts",
  controls: "entries/controls-chunk.ts",
  words: "entries/languages-chunk.ts",
};

/**
 * With this comment Chromium compiles every function on another thread while the script is still arriving, and not one by one
 * as each is called: https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_HINT = "//# allFunctionsCalledOnLoad\n";

const shared = {
  root: here("."),
  publicDir: false,
  logLevel: "warn",
} as const satisfies InlineConfig;
const target = { target: "es2022", cssTarget: "chrome123" } as const;

const isHostModule = (id: string, importer?: string): boolean =>
  hostExports.has(importer && id.startsWith(".") ? resolve(importer, "..", id) : id);

/** Refuses an import in a chunk that the host exports do not contain. */
const onlyHostExports: Plugin = {
  name: "only-host-exports",
  resolveId(id) {
    if (id === SIGNALS) this.error(`${id} would be a second copy: use lib/watch-signals.ts.`);
  },
  transform(code, id) {
    for (const [, names = "", path = ""] of code.matchAll(IMPORT))
      for (const name of names.split(",").map((each) => each.trim().split(" ")[0] ?? ""))
        if (name && hostExports.get(resolve(id, "..", path))?.includes(name) === false)
          this.error(
            `${name} of ${path} is no host export: add it to src/player/entries/host-exports.ts.`,
          );
  },
};

/** The text of one chunk: a classic script that uses the host exports. */
async function buildChunk(entry: string): Promise<string> {
  const output = await build({
    ...shared,
    configFile: false,
    plugins: [onlyHostExports, compileHint],
    build: {
      ...target,
      write: false,
      lib: { entry: here(entry), formats: ["iife"], name: "earmarkChunk" },
      rollupOptions: { external: isHostModule, output: { globals: () => HOST_EXPORTS } },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !("output" in result)) throw new Error(`${entry} was not built.`);
  return result.output[0].code;
}

/** Puts the hint before every script after minification, which would remove it. */
const compileHint: Plugin = {
  name: "compile-hint",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === "chunk") file.code = COMPILE_HINT + file.code;
  },
};

/** Writes the chunks beside the player. */
function emitChunks(texts: ReadonlyMap<string, string>): Plugin {
  return {
    name: "chunks",
    generateBundle() {
      for (const [name, source] of texts)
        this.emitFile({ type: "asset", fileName: `earmark-${name}.js`, source });
    },
  };
}

const hashOf = (text: string): string =>
  `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** A classic script that works in any script tag (plain, `defer`, `async` or `type="module"`), and a module. */
export default defineConfig(async (): Promise<UserConfig> => {
  const texts = new Map<string, string>();
  for (const [name, entry] of Object.entries(chunkEntries))
    texts.set(name, await buildChunk(entry));
  // The player runs only chunks with these hashes.
  const hashes = Object.fromEntries([...texts].map(([name, text]) => [name, hashOf(text)]));
  return {
    ...shared,
    define: { __EARMARK_CHUNK_HASHES__: JSON.stringify(hashes) },
    plugins: [compileHint, emitChunks(texts)],
    build: {
      ...target,
      outDir: here("../../.output/widget"),
      emptyOutDir: true,
      // The classic script has no import.meta and does not need it: see lib/load-chunk.ts.
      rollupOptions: {
        checks: { emptyImportMeta: false },
        optimization: { inlineConst: { mode: "all", pass: 2 } },
      },
      lib: {
        entry: here("entries/player.ts"),
        formats: ["iife", "es"],
        name: "earmarkPlayer",
        fileName: (format: string) =>
          format === "es" ? "earmark-player.mjs" : "earmark-player.js",
      },
    },
  };
});
