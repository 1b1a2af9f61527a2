import { readdirSync, readFileSync } from "node:fs";
import { listFiles } from "../../scripts/build-sizes.ts";

/** Path of each file, from the project's folder, to its text. */
export type Files = ReadonlyMap<string, string>;

/** Every source, style sheet and page of the project. */
export function readProject(): Files {
  const inFolders = ["src", "entrypoints", "scripts", "test", "sandbox"].flatMap(listFiles);
  const atTop = readdirSync(".").filter((name) => name.endsWith(".ts"));
  const paths = [...inFolders, ...atTop].filter((path) => /\.(tsx?|css|html)$/.test(path));
  return new Map(paths.map((path) => [path, readFileSync(path, "utf8")]));
}

export const isTest = (path: string): boolean => /\.(test|spec)\.tsx?$/.test(path);
export const isCode = (path: string): boolean => /\.tsx?$/.test(path);

export const countLines = (source: string): number => source.replace(/\n$/, "").split("\n").length;

/** The folder of src that a file is in: `app` for `src/app/views/links.tsx`. */
export const getRoom = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1];

/** The files of src that ship: no tests and no settings of tools. */
export function selectShipped(files: Files): [path: string, source: string][] {
  return [...files].filter(
    ([path]) =>
      path.startsWith("src/") && isCode(path) && !isTest(path) && !path.endsWith(".config.ts"),
  );
}
