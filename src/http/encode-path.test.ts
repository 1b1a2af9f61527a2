import { expect, test } from "vitest";
import { path } from "./encode-path.ts";

test("parts are encoded into their segment", () => {
  expect(path`/v1/${"a/b"}/x/${"ü?#"}`).toBe("/v1/a%2Fb/x/%C3%BC%3F%23");
});

test.each(["", ".", "..", "\uD83C"])("%j is refused: it would change the path", (part) => {
  expect(path`/v1/${part}/share`).toBeNull();
  expect(path`/v1/${"org"}/${part}/${"id"}`).toBeNull(); // one is enough
});
