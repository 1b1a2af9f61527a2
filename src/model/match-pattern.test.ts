import { expect, test } from "vitest";
import { toMatchPattern } from "./match-pattern.ts";

test.each([
  ["https://api.aitronos.com", "https://api.aitronos.com/*"],
  ["http://127.0.0.1:4747", "http://127.0.0.1/*"],
])("%s is %s to the browser", (origin, pattern) => {
  expect(toMatchPattern(origin)).toBe(pattern);
});
