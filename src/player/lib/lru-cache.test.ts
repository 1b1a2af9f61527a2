// @vitest-environment node
import { expect, test } from "vitest";
import { createLruCache } from "./lru-cache.ts";

test("evicts the least recently used entries, but never the last one of a group", () => {
  const cache = createLruCache<string>(10);
  cache.set("0/a", "a", 4);
  cache.set("0/b", "b", 4);
  expect(cache.get("0/a")).toBe("a");
  cache.set("1/c", "c", 4);
  expect([cache.has("0/a"), cache.has("0/b"), cache.has("1/c")]).toEqual([true, false, true]);
  cache.set("1/d", "d", 40);
  expect([cache.has("0/a"), cache.has("1/c"), cache.get("1/d")]).toEqual([true, false, "d"]);
});
