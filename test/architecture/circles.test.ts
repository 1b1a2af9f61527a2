import { posix } from "node:path";
import { testRules } from "./assert-rules.ts";
import { createImportGraph, findReachable, readImports } from "./imports.ts";
import type { Graph } from "./imports.ts";
import { isTest } from "./project-files.ts";
import type { Files } from "./project-files.ts";

/* Nothing imports itself by a detour: what is in a circle can only be read, tested and moved as a whole. */

const withoutTests = (files: Files): Files => new Map([...files].filter(([path]) => !isTest(path)));

/** Groups of files of which each imports every other, directly or through others; types count as well. */
function findCircles(files: Files): string[] {
  const graph = createImportGraph(withoutTests(files));
  const groups = new Map<string, string[]>();
  for (const path of graph.keys()) {
    const reached = findReachable(graph, targetsOf(graph, path));
    const group = [...reached].filter((other) =>
      findReachable(graph, targetsOf(graph, other)).has(path),
    );
    if (reached.has(path)) groups.set(group.toSorted().join(" "), group);
  }
  return [...groups.keys()].map(
    (group) =>
      `${group}: import each other in a circle; move what several of them need into a file of its own`,
  );
}

const targetsOf = (graph: Graph, path: string): readonly string[] => graph.get(path) ?? [];

/** Pairs of folders of src that import each other; types do not count, as nothing of them runs. */
function findMutualFolders(files: Files): string[] {
  const found = new Map<string, string>();
  for (const [path, source] of withoutTests(files))
    for (const { target, typeOnly } of readImports(path, source))
      if (!typeOnly && path.startsWith("src/") && target.startsWith("src/"))
        found.set(`${posix.dirname(path)} ${posix.dirname(target)}`, `${path} imports ${target}`);
  return [...found].flatMap(([pair, example]) => {
    const [from = "", to = ""] = pair.split(" ");
    const back = found.get(`${to} ${from}`);
    return from < to && back
      ? [`${from} and ${to}: ${example}, and ${back}; move one of them so that one folder is below`]
      : [];
  });
}

testRules([
  {
    name: "no files import each other in a circle",
    find: findCircles,
    bad: {
      "src/model/a.ts": 'import { b } from "./b.ts";',
      "src/model/b.ts": 'import type { C } from "./c.ts";',
      "src/model/c.ts": 'export { type A } from "./a.ts";',
      "src/model/d.ts": 'import { a } from "./a.ts";',
    },
  },
  {
    name: "no two folders import each other",
    find: findMutualFolders,
    bad: {
      "src/app/models/a.ts": 'import { b, type B } from "../text/b.ts";',
      "src/app/text/c.ts": 'import { a } from "../models/a.ts";',
      "src/app/views/d.ts": 'import { a } from "../models/a.ts";',
      "src/app/models/e.ts": 'import { type D } from "../views/d.ts";',
    },
  },
]);
