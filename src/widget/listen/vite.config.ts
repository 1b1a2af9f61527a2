import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, defineConfig } from "vite";
import type { Plugin } from "vite";
import { icon, policy } from "./policy.ts";
import { listenWords } from "./words.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const read = (url: URL): string => readFileSync(url, "utf8");

/*
 * Where the folder will be served, with a slash at the end: whoever builds it for others to find says so. oEmbed wants
 * absolute addresses; without one the template keeps the place for it, to be filled in by hand.
 */
const listen = process.env["EARMARK_LISTEN_URL"] ?? "";
if (listen && !(URL.canParse(listen) && listen.endsWith("/")))
  throw new Error(`EARMARK_LISTEN_URL is "${listen}". Write it like https://music.example.com/listen/, with the last slash.`);

const noScript = Object.entries(listenWords)
  .map(([lang, { noScript: words }]) => `<p lang="${lang}">${words}</p>`)
  .join("");

const places: Readonly<Record<string, string>> = {
  policy,
  icon,
  oembed: `${listen}oembed.json`,
  listen: listen || "{listen}",
  noscript: noScript,
};
const fill = (text: string): string =>
  text.replaceAll(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);

/** The pages and what else is no script; a classic script for each page, as a frame without an origin may load those from anywhere. */
const files: Plugin = {
  name: "listening-page",
  async generateBundle() {
    const emit = (fileName: string, source: string): void =>
      void this.emitFile({ type: "asset", fileName, source });
    emit("index.html", fill(read(new URL("./page.html", import.meta.url))));
    emit("frame.html", fill(read(new URL("./frame.html", import.meta.url))));
    emit("oembed.json", fill(read(new URL("./oembed.json", import.meta.url))));
    emit("page.css", read(new URL("./page.css", import.meta.url)));
    emit("frame.css", read(new URL("./frame.css", import.meta.url)));
    emit("frame.js", await buildScript("./frame.ts"));
  },
};

const shape = { root: here("."), configFile: false, publicDir: false, logLevel: "warn" } as const;
const target = { target: "es2022" } as const;

async function buildScript(entry: string): Promise<string> {
  const lib = { entry: here(entry), formats: ["iife" as const], name: "earmarkListen" };
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
    lib: { entry: here("./page.ts"), formats: ["iife"], name: "earmarkListen", fileName: () => "page.js" },
  },
});
