import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, defineConfig } from "vite";
import type { InlineConfig, Plugin, UserConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const IMPORT = /^import \{([^}]+)\} from "(.+)";/gm;

/** What a later file finds on the script element it runs in: see `lib/load-chunk.ts`. */
const HANDED = "document.currentScript.earmark";
/** A second copy of it would not hear of changes in the first, so no later file may bring one. */
const SIGNALS = "@preact/signals-core";
const handed = new Map(
  [...readFileSync(here("entries/host-exports.ts"), "utf8").matchAll(IMPORT)].map(
    ([, names = "", path = ""]) => [
      here(`entries/${path}`),
      names.split(",").map((name) => name.trim()),
    ],
  ),
);

/** The files that are fetched when they are needed, by name. */
const later: Readonly<Record<string, string>> = {
  desk: "entries/mixer.ts",
  controls: "entries/controls.ts",
  words: "entries/languages.ts",
};

/**
 * Chromium then compiles every function while the script is still arriving, beside the page, and not one by one as each
 * is called: https://v8.dev/blog/explicit-compile-hints
 */
const HINT = "//# allFunctionsCalledOnLoad\n";

const shape = {
  root: here("."),
  publicDir: false,
  logLevel: "warn",
} as const satisfies InlineConfig;
const target = { target: "es2022", cssTarget: "chrome123" } as const;

const isHanded = (id: string, importer?: string): boolean =>
  handed.has(importer && id.startsWith(".") ? resolve(importer, "..", id) : id);

/** Refuses what a later file would look for in vain. */
const onlyHanded: Plugin = {
  name: "only-handed",
  resolveId(id) {
    if (id === SIGNALS) this.error(`${id} would be a second copy: use lib/watch-signals.ts.`);
  },
  transform(code, id) {
    for (const [, names = "", path = ""] of code.matchAll(IMPORT))
      for (const name of names.split(",").map((each) => each.trim().split(" ")[0] ?? ""))
        if (name && handed.get(resolve(id, "..", path))?.includes(name) === false)
          this.error(
            `${name} of ${path} is not handed over: add it to src/player/entries/host-exports.ts.`,
          );
  },
};

/** The text of one later file: a classic script that uses what it is handed. */
async function buildLater(entry: string): Promise<string> {
  const output = await build({
    ...shape,
    configFile: false,
    plugins: [onlyHanded, hinted],
    build: {
      ...target,
      write: false,
      lib: { entry: here(entry), formats: ["iife"], name: "earmarkLater" },
      rollupOptions: { external: isHanded, output: { globals: () => HANDED } },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !("output" in result)) throw new Error(`${entry} was not built.`);
  return result.output[0].code;
}

/** Puts the hint before every script, where the minifier leaves it alone. */
const hinted: Plugin = {
  name: "hinted",
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === "chunk") file.code = HINT + file.code;
  },
};

/** Puts the later files beside the player; it knows their hashes, so that it runs only those. */
function beside(texts: ReadonlyMap<string, string>): Plugin {
  return {
    name: "later-files",
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
  for (const [name, entry] of Object.entries(later)) texts.set(name, await buildLater(entry));
  const hashes = Object.fromEntries([...texts].map(([name, text]) => [name, hashOf(text)]));
  return {
    ...shape,
    define: { __EARMARK_MORE__: JSON.stringify(hashes) },
    plugins: [hinted, beside(texts)],
    build: {
      ...target,
      outDir: here("../../.output/widget"),
      emptyOutDir: true,
      // The classic script has no import.meta, and does without.
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
