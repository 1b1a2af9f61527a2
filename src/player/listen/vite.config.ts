import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, defineConfig } from "vite";
import type { Plugin } from "vite";
import { readBuildSettings } from "../../../scripts/build-settings.ts";
import { icon, createPolicy } from "./content-security-policy.ts";
import { translations } from "./translations.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const read = (url: URL): string => readFileSync(url, "utf8");
/** Where the player was built, before this. */
const built = new URL("../../../.output/widget/", import.meta.url);

const { listenUrl } = readBuildSettings(process.env);

const noscript = Object.entries(translations)
  .map(([lang, { noScript }]) => `<p lang="${lang}">${noScript}</p>`)
  .join("");
/*
 * oEmbed wants absolute addresses: without one the template keeps the place for it. `{address}` is always kept, for the
 * encoded address of a share.
 */
const always = { icon, noscript, listen: listenUrl || "{listen}" };

const fill = (text: string, places: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
const hashOf = (text: string): string =>
  `'sha384-${createHash("sha384").update(text).digest("base64")}'`;

/**
 * The frame is one file: where it has no origin, WebKit knows no "self" that a script could come from. So all of it is
 * in it, by hash, and these scripts may fetch others (`strict-dynamic`), which the player does by hash.
 */
function frame(script: string): string {
  const player = read(new URL("earmark-player.js", built));
  const style = read(new URL("./frame.css", import.meta.url));
  for (const text of [player, script])
    if (/<\/script|<!--/i.test(text))
      throw new Error("A script of the frame would end its own tag.");
  const policy = createPolicy(
    `'strict-dynamic' ${hashOf(player)} ${hashOf(script)}`,
    hashOf(style),
  );
  // Whole tags, put in last: a hash is that of every letter between them.
  return fill(read(new URL("./frame.html", import.meta.url)), { ...always, policy })
    .replace("<!-- style -->", () => `<style>${style}</style>`)
    .replace("<!-- scripts -->", () => `<script>${player}</script><script>${script}</script>`);
}

/** All that is not the listening page's own script. */
const files: Plugin = {
  name: "listening-page",
  async generateBundle() {
    const emit = (fileName: string, source: string): void =>
      void this.emitFile({ type: "asset", fileName, source });
    const page = read(new URL("./page.html", import.meta.url));
    emit("index.html", fill(page, { ...always, policy: createPolicy("'self'", "'self'") }));
    emit("page.css", read(new URL("./page.css", import.meta.url)));
    emit("frame.html", frame(await buildScript(new URL("./frame.ts", import.meta.url))));
    emit("oembed.json", fill(read(new URL("./oembed.json", import.meta.url)), always));
  },
};

const shape = { root: here("."), configFile: false, publicDir: false, logLevel: "warn" } as const;
const target = { target: "es2022" } as const;

async function buildScript(at: URL): Promise<string> {
  const entry = fileURLToPath(at);
  const lib = { entry, formats: ["iife" as const], name: "earmarkListen" };
  const output = await build({ ...shape, build: { ...target, write: false, lib } });
  const [result] = Array.isArray(output) ? output : [output];
  if (!result || !("output" in result)) throw new Error(`${entry} was not built.`);
  return result.output[0].code;
}

/** The listening page and the frame, beside the built player. */
export default defineConfig({
  ...shape,
  plugins: [files],
  build: {
    ...target,
    outDir: here("../../../.output/widget/listen"),
    emptyOutDir: true,
    lib: {
      entry: fileURLToPath(new URL("./page.ts", import.meta.url)),
      formats: ["iife"],
      name: "earmarkListen",
      fileName: () => "page.js",
    },
  },
});
