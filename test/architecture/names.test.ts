import { testRules } from "./assert-rules.ts";
import { withoutComments } from "./imports.ts";
import { isCode, isTest } from "./project-files.ts";
import type { Files } from "./project-files.ts";

/* Names say what a thing is about; these words fit everything and so say nothing. */

const VAGUE = /^(?:util|helper|common|core|manager|data|info|base|thing|stuff)s?$/i;

const findVague = (name: string): string[] => splitWords(name).filter((word) => VAGUE.test(word));

const splitWords = (name: string): string[] => name.split(/[/._-]|(?<=[a-z])(?=[A-Z])/);

/** Files and folders with a vague word in their name. */
function findVaguePaths(files: Files): string[] {
  return [...files.keys()].flatMap((path) =>
    [...findVague(path), ...splitWords(path).filter((word) => /^services?$/i.test(word))].map(
      (word) => `${path}: "${word}" says nothing; name it after its subject`,
    ),
  );
}

/** Names that a file exports with a vague word in them. */
function findVagueExports(files: Files): string[] {
  const exported =
    /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
  return [...files]
    .filter(([path]) => isCode(path))
    .flatMap(([path, source]) =>
      Array.from(withoutComments(source).matchAll(exported), ([, name = ""]) => name)
        .filter((name) => findVague(name).length > 0)
        .map((name) => `${path}: ${name} has a word that says nothing; name it after its subject`),
    );
}

/** What a number counts or is measured in: a unit, or a noun in the plural. */
const UNIT = /(?:^|_)(?:MS|HZ|DB|PX|LENGTH|RATE|RATIO|STEP|VERSION|CODE|[A-Z]{2,}S|S)(?:_|$)/;

/** Numbers with a name in capitals that does not say their unit. */
function findNumbersWithoutUnit(files: Files): string[] {
  const number = /^(?:export )?const ([A-Z][A-Z\d_]*)(?:: number)? = [-\d(][-\d_.e* ()/+]*;/gm;
  return [...files]
    .filter(([path]) => isCode(path) && !isTest(path) && path.startsWith("src/"))
    .flatMap(([path, source]) =>
      Array.from(withoutComments(source).matchAll(number), ([, name = ""]) => name)
        .filter((name) => !UNIT.test(name))
        .map((name) => `${path}: ${name} has no unit; end it in _MS, _BYTES or what it counts`),
    );
}

testRules([
  {
    name: "a number that has a name in capitals says its unit",
    find: findNumbersWithoutUnit,
    bad: {
      "src/model/a.ts": "const TIMEOUT = 20_000;\nconst TIMEOUT_MS = 5;\nconst MAX_ROWS = 5;",
    },
  },
  {
    name: "no file has a vague name",
    find: findVaguePaths,
    bad: { "src/model/track-utils.ts": "" },
  },
  { name: "no folder has a vague name", find: findVaguePaths, bad: { "src/core/track.ts": "" } },
  {
    name: "nothing exported has a vague name",
    find: findVagueExports,
    bad: { "src/model/a.ts": "export function readTrackInfo() {}\nexport const metadata = 1;" },
  },
]);
