import { describe, expect, test } from "vitest";
import { readProject } from "./project-files.ts";
import type { Files } from "./project-files.ts";

/** Something that all files keep. */
export interface Rule {
  readonly name: string;
  /** One sentence for each breach: which file, and what to do. */
  readonly find: (files: Files) => string[];
  /** Files of which exactly one breaks the rule. */
  readonly bad: Readonly<Record<string, string>>;
}

/** Files that break no rule, although comments and strings in them look as if. */
const good: Files = new Map([
  ["entrypoints/a.ts", 'import { b } from "../src/background/b.ts";'],
  [
    "src/background/b.ts",
    '// fetch( innerHTML\nimport { c } from "../model/c.ts";\nsay("fetch(it)", "chrome.x");',
  ],
  ["src/model/c.ts", "/* eval( */ export const c = client.fetch(1);"],
]);

/** Tests that the project keeps these rules, and that each rule finds what breaks it. */
export function testRules(rules: readonly Rule[]): void {
  const files = readProject();
  describe("the project keeps the rule", () => {
    test.each(rules)("$name", ({ find }) => expect(find(files)).toEqual([]));
  });
  describe("the rule finds what breaks it, and nothing else", () => {
    test.each(rules)("$name", ({ find, bad }) => {
      expect(find(new Map(Object.entries(bad)))).toHaveLength(1);
      expect(find(good)).toEqual([]);
    });
  });
}
