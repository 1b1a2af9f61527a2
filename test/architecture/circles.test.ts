import { posix } from "node:path";
import { readImports } from "./imports.ts";
import { isTest, type Files } from "./project-files.ts";
import { testRules } from "./test-rules.ts";

/* Nothing imports itself by a detour: what is in a circle can only be read, tested and moved as a whole. */

const withoutTests = (files: Files): Files => new Map([...files].filter(([path]) => !isTest(path)));

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
