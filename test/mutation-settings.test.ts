import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import settings from "../vitest.mutation.config.ts";

/* Mutation testing runs rarely, so that a path which no longer exists would be noticed late. */

/** The patterns that no file matches; a range of lines behind one is left out. */
const findUnmatched = (patterns: readonly string[]): string[] =>
  [...new Set(patterns.flatMap(expandBraces))].filter(
    (pattern) => globSync(pattern.replace(/:\d+-\d+$/, "")).length === 0,
  );

/** "{a,b{c,d}}" as "a", "bc" and "bd": a pattern may match while one of its alternatives does not. */
function expandBraces(pattern: string): string[] {
  const group = /\{([^{}]*)\}/.exec(pattern);
  if (!group) return [pattern];
  const [braces, alternatives = ""] = group;
  return alternatives
    .split(",")
    .flatMap((each) => expandBraces(pattern.replace(braces, () => each)));
}

test("mutation testing names files that exist", () => {
  const { mutate } = JSON.parse(readFileSync("stryker.config.json", "utf8")) as {
    mutate: string[];
  };
  const { include, exclude } = settings.test;
  expect(findUnmatched([...mutate, ...include, ...exclude])).toEqual([]);
  expect(findUnmatched(["src/{model/gone,store/{links,lost}}.ts:1-2"])).toEqual([
    "src/model/gone.ts:1-2",
    "src/store/lost.ts:1-2",
  ]);
});
