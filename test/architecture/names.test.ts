import { withoutComments } from "./imports.ts";
import { isCode } from "./project-files.ts";
import type { Files } from "./project-files.ts";
import { testRules } from "./test-rules.ts";

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

testRules([
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
