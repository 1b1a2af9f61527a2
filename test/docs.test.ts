import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

/* What the documentation names is there: files, folders, links between its pages, npm commands. */

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
  scripts: Readonly<Record<string, string>>;
};

/** Folders whose paths the documentation writes from the project's top; `.output/` is there only after a build. */
const PATH =
  /(?<![\w./-])(?:src|test|scripts|sandbox|docs|examples|entrypoints|types|public)\/[\w./-]*/g;
const LINK = /\]\((?!https?:|#|mailto:)([^)#\s]+)/g;
const COMMAND = /npm run ([\w:-]+)/g;

/** What a document names that does not exist. */
function findMissing(document: string, text: string): string[] {
  const paths = [...text.matchAll(PATH)].map(([path]) => path.replace(/[.]+$/, ""));
  const links = [...text.matchAll(LINK)].map(([, link = ""]) => join(dirname(document), link));
  const commands = [...text.matchAll(COMMAND)].map(([, name = ""]) => name);
  return [
    ...[...paths, ...links].filter((path) => !existsSync(path)),
    ...commands.filter((name) => !(name in scripts)).map((name) => `npm run ${name}`),
  ];
}

test.each(documents)("everything that %s names exists", (document) => {
  expect(findMissing(document, readFileSync(document, "utf8"))).toEqual([]);
});

test("finds what does not exist", () => {
  const text =
    "`src/nowhere.ts`, `scripts/`, [a page](nowhere.md), [its part](player.md#keys), `npm run nothing`.";
  expect(findMissing("docs/x.md", text)).toEqual([
    "src/nowhere.ts",
    "docs/nowhere.md",
    "npm run nothing",
  ]);
});

test("the glossary has at most twelve words", () => {
  const [, table = ""] = readFileSync("CONTRIBUTING.md", "utf8").split("## Words of our own");
  const rows = table.split("\n## ")[0]?.match(/^\| [a-z]+ +\|/gm) ?? [];
  // The first row is the heading.
  expect(rows.length - 1).toBeGreaterThan(0);
  expect(rows.length - 1).toBeLessThanOrEqual(12);
});
