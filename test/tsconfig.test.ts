import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";

/* Each tsconfig.*.json lets only that compile which exists where its code runs. */

const project = mkdtempSync(join(tmpdir(), "earmark-tsconfig-"));
afterAll(() => rmSync(project, { recursive: true }));

const configs = readdirSync(".").filter((name) => /^tsconfig.*\.json$/.test(name));
for (const part of [...configs, "types", ".wxt"])
  cpSync(part, join(project, part), { recursive: true });
symlinkSync(join(process.cwd(), "node_modules"), join(project, "node_modules"));

/** The names that tsc does not know, as `file: name`, when the project consists of these files. */
function findUnknownNames(files: Readonly<Record<string, string>>): string[] {
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), source);
  }
  const options = { cwd: project, encoding: "utf8" } as const;
  const { stdout } = spawnSync("tsc", ["-b", "--force", "--pretty", "false"], options);
  for (const path of Object.keys(files)) rmSync(join(project, path));
  const errors = stdout.matchAll(/^([^\s(]+)\(.*?error TS\d+: (.*)$/gm);
  return Array.from(errors, ([, file, text = ""]) => `${file}: ${/'(.+?)'/.exec(text)?.[1]}`);
}

const use = (...names: string[]): string => `export default [${names.join(", ")}];\n`;

test("what exists where a file runs compiles", () => {
  expect(
    findUnknownNames({
      "src/shared/a.ts": use("URL"),
      "src/model/a.ts": use("URL", "crypto.getRandomValues"),
      "src/background/a.ts": use("fetch", "indexedDB", "self.close"),
      "src/app/a.ts": use("document", "window"),
      "src/content/a.ts": use("document", "MutationObserver"),
      "src/player/a.ts": use("document", "AudioContext"),
      "src/player/a.test.ts": use("Buffer", "process", "document"),
      "src/model/a.test.ts": use("Buffer"),
      "sandbox/a.ts": use("Buffer", "process"),
      "scripts/a.ts": use("Buffer", "process"),
      "test/a.ts": use("Buffer", "document"),
    }),
  ).toEqual([]);
}, 60_000);

/** What each file must not find, by the file. */
const absent: Readonly<Record<string, readonly string[]>> = {
  "src/shared/a.ts": ["chrome", "Buffer", "document"],
  "src/model/a.ts": ["document", "fetch", "process"],
  "src/background/a.ts": ["document", "window", "Buffer"],
  "src/store/a.ts": ["document", "localStorage"],
  "src/messages/a.ts": ["window"],
  "src/http/a.ts": ["document", "process"],
  "src/providers/a.ts": ["document"],
  "src/export-file/a.ts": ["Buffer"],
  "src/app/a.ts": ["process", "Buffer"],
  "src/content/a.ts": ["process", "importScripts"],
  "src/i18n/a.ts": ["Buffer"],
  "src/metadata/a.ts": ["chrome"],
  "src/player/a.ts": ["Buffer", "process", "chrome"],
  "src/player/listen/a.ts": ["process"],
};

test("what does not exist where a file runs does not compile", () => {
  const files = Object.entries(absent).map(([path, names]) => [path, use(...names)]);
  const expected = Object.entries(absent).flatMap(([path, names]) =>
    names.map((name) => `${path}: ${name}`),
  );
  expect(findUnknownNames(Object.fromEntries(files)).toSorted()).toEqual(expected.toSorted());
}, 60_000);

test("every folder with sources belongs to a project", () => {
  const rooms = readdirSync("src").map((name) => `src/${name}`);
  const paths = [...rooms, "entrypoints", "sandbox", "scripts", "test"].map((at) => `${at}/a.ts`);
  const files = Object.fromEntries(paths.map((path) => [path, use("nowhere")]));
  expect(findUnknownNames(files).toSorted()).toEqual(
    paths.map((path) => `${path}: nowhere`).toSorted(),
  );
}, 60_000);
