import { posix } from "node:path";
import { testRules } from "./assert-rules.ts";
import { countLines, isCode, isTest } from "./project-files.ts";
import type { Files } from "./project-files.ts";

/* Sizes are a smell, not a goal: a file may be long when its first comment says why one file is right. */

const MANY_LINES = 250;

/** Long files whose first comment does not say why they are one file. */
function findUnexplainedLength(files: Files): string[] {
  return [...files]
    .filter(([path, source]) => isCode(path) && countLines(source) > MANY_LINES)
    .filter(([, source]) => {
      const [comment = ""] = /\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n)+/m.exec(source) ?? [];
      return !/\bone file\b/i.test(comment);
    })
    .map(
      ([path, source]) =>
        `${path}: ${countLines(source)} lines; split it by subject, or say in its first comment why it is one file`,
    );
}

/** One sentence when more than this share of the files is longer than so many lines. */
function findLongShare(files: Files, share: number, lines: number): string[] {
  const lengths = [...files]
    .filter(([path]) => isCode(path))
    .map(([path, source]) => ({ path, lines: countLines(source) }))
    .toSorted((a, b) => a.lines - b.lines);
  const at = lengths[Math.ceil(lengths.length * share) - 1];
  if (!at || at.lines <= lines) return [];
  const longest = lengths.slice(-5).map((each) => `${each.path} (${each.lines})`);
  return [
    `${share * 100} % of the files have up to ${at.lines} lines, which should be ${lines}; the longest are ${longest.join(", ")}`,
  ];
}

/** Folders with more than this many sources beside tests. Fixtures (texts, sound, images) do not count. */
function findFullFolders(files: Files, most: number): string[] {
  const counts = new Map<string, number>();
  for (const path of files.keys())
    if (isCode(path) && !isTest(path))
      counts.set(posix.dirname(path), (counts.get(posix.dirname(path)) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > most)
    .map(([folder, count]) => `${folder}: ${count} files; give a group of them a folder`);
}

/** Files more than three folders below src. */
function findDeepFiles(files: Files): string[] {
  return [...files.keys()]
    .filter((path) => path.startsWith("src/") && path.split("/").length > 5)
    .map((path) => `${path}: is more than three folders below src; move it up`);
}

/** Entrypoints with more than this many lines. */
function findLongEntrypoints(files: Files, most: number): string[] {
  return [...files]
    .filter(([path]) => path.startsWith("entrypoints/") && isCode(path))
    .filter(([, source]) => countLines(source) > most)
    .map(([path]) => `${path}: has over ${most} lines; move what it does into the room it starts`);
}

const createLines = (count: number): string => "x;\n".repeat(count);
const createFiles = (count: number, source: string): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`src/model/a${n}.ts`, source]));

testRules([
  {
    name: "a file over 250 lines says why",
    find: findUnexplainedLength,
    bad: {
      "src/model/a.ts": createLines(251),
      "src/model/b.ts": `/* The table is one file, so that a kind is added once. */\n${createLines(251)}`,
    },
  },
  {
    name: "half of the files have at most 60 lines",
    find: (files) => findLongShare(files, 0.5, 60),
    bad: { "src/model/a.ts": createLines(61) },
  },
  {
    name: "nine of ten files have at most 150 lines",
    find: (files) => findLongShare(files, 0.9, 150),
    bad: { ...createFiles(9, createLines(151)), ...createFiles(8, "") },
  },
  {
    name: "a folder has at most 25 files beside tests",
    find: (files) => findFullFolders(files, 25),
    bad: { ...createFiles(26, ""), "src/model/a.test.ts": "" },
  },
  {
    name: "src is at most three folders deep",
    find: findDeepFiles,
    bad: { "src/app/views/list/rows/row.ts": "" },
  },
  {
    name: "entrypoints have at most 15 lines",
    find: (files) => findLongEntrypoints(files, 15),
    bad: { "entrypoints/a.ts": createLines(16) },
  },
]);
