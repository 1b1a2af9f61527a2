import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { deflateRawSync, gzipSync } from "node:zlib";

/** What one shipped thing weighs in bytes, and what it may weigh. */
export interface Size {
  readonly name: string;
  readonly raw: number;
  readonly gzip: number;
  readonly budget: { readonly raw?: number; readonly gzip?: number };
}

const KB = 1024;

/** Sizes of the files of a build in its folder (`.output`), with their budgets. A KB is 1,024 bytes, gzip is level 9. */
export function measureSizes(output: string): Size[] {
  const chrome = join(output, "chrome-mv3");
  const [player, desk] = ["player", "desk"].map((name) =>
    join(output, "widget", `earmark-${name}.js`),
  ) as [string, string];
  const { js, css } = findPopupFiles(join(chrome, "popup.html"));
  return [
    weigh("worker", [join(chrome, "background.js")], { gzip: 24 * KB }),
    weigh("buttons on a page", [join(chrome, "track-page.js")], { raw: 16 * KB, gzip: 6 * KB }),
    weigh("popup, JavaScript before paint", js, { gzip: 18 * KB }),
    weigh("popup, style", css, { gzip: 4 * KB }),
    weigh("player", [player], { gzip: 14 * KB }),
    weigh("player with desk and engine", [player, desk], { gzip: 28 * KB }),
    {
      name: "extension, packed",
      raw: folderSize(chrome),
      gzip: packedSize(chrome),
      budget: { gzip: 110 * KB },
    },
  ];
}

/** One sentence for each size of a row that is over its budget. */
export function findOverBudget({ name, budget, ...actual }: Size): string[] {
  return (["raw", "gzip"] as const)
    .filter((kind) => actual[kind] > (budget[kind] ?? Number.POSITIVE_INFINITY))
    .map((kind) => `${name}: ${actual[kind]} bytes ${kind}, allowed ${budget[kind]}`);
}

/** The rows as a table for people. */
export function formatSizes(sizes: readonly Size[]): string {
  const rows = sizes.map(({ name, raw, gzip, budget }) => [
    name,
    raw.toLocaleString("en"),
    limit(budget.raw),
    gzip.toLocaleString("en"),
    limit(budget.gzip),
  ]);
  const table = [["bytes", "raw", "", "gzip -9", "gate"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  return table
    .map((row) =>
      row
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join("  "),
    )
    .join("\n");
}

// Each file is compressed by itself, as a server would send it.
function weigh(name: string, files: readonly string[], budget: Size["budget"]): Size {
  if (files.length === 0) throw new Error(`Nothing to weigh for "${name}".`);
  const bytes = files.map((file) => readFileSync(file));
  return {
    name,
    raw: bytes.reduce((sum, each) => sum + each.length, 0),
    gzip: bytes.reduce((sum, each) => sum + gzipSync(each, { level: 9 }).length, 0),
    budget,
  };
}

/** Everything the popup must fetch before it can paint: its scripts with all they import statically, and its style sheets. */
export function findPopupFiles(page: string): { js: string[]; css: string[] } {
  const html = readFileSync(page, "utf8");
  const at = (file: string, from: string): string =>
    file.startsWith("/") ? join(dirname(page), file) : resolve(dirname(from), file);
  const js = new Set<string>();
  const add = (file: string): void => {
    if (js.has(file) || !existsSync(file)) return;
    js.add(file);
    // Minified: import{a as b}from"./x.js", import"./x.js", export*from"./x.js"; not import("./x.js").
    const source = readFileSync(file, "utf8");
    for (const found of source.matchAll(/(?:\bfrom|\bimport)\s*["']([^"']+\.js)["']/g))
      add(at(found[1] ?? "", file));
  };
  for (const found of html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)) add(at(found[1] ?? "", page));
  for (const tag of html.match(/<link[^>]*>/g) ?? [])
    if (tag.includes("modulepreload")) add(at(hrefOf(tag), page));
  const sheets = (html.match(/<link[^>]*>/g) ?? []).filter((tag) => tag.includes("stylesheet"));
  return { js: [...js], css: sheets.map((tag) => at(hrefOf(tag), page)) };
}

function limit(bytes: number | undefined): string {
  return bytes === undefined ? "" : `≤ ${bytes.toLocaleString("en")}`;
}

function hrefOf(tag: string): string {
  return /href="([^"]+)"/.exec(tag)?.[1] ?? "";
}

/** Every file under a folder. */
export function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function folderSize(folder: string): number {
  return listFiles(folder).reduce((sum, file) => sum + readFileSync(file).length, 0);
}

// The size of a zip of the folder, worked out without writing one: headers of 30 and 46 bytes a file, 22 at the end.
function packedSize(folder: string): number {
  return listFiles(folder).reduce((sum, file) => {
    const bytes = readFileSync(file);
    const stored = Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length);
    return sum + stored + 76 + 2 * Buffer.byteLength(relative(folder, file));
  }, 22);
}
