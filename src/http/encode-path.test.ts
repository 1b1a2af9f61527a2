import { expect, test } from "vitest";
import { path } from "./encode-path.ts";

test("encodes the variable parts", () => {
  expect(path`/v1/${"a/b"}/x/${"ü?#"}`).toBe("/v1/a%2Fb/x/%C3%BC%3F%23");
});

test.each(["", ".", "..", "\uD83C"])("refuses the part %j, which would change the path", (part) => {
  expect(path`/v1/${part}/share`).toBeNull();
  expect(path`/v1/${"org"}/${part}/${"id"}`).toBeNull(); // one such part is enough
});
