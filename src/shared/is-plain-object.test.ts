import { expect, test } from "vitest";
import { isPlainObject } from "./is-plain-object.ts";

test.each([
  [{}, true],
  [Object.create(null), true],
  [JSON.parse('{"__proto__":1}'), true],
  [null, false],
  [undefined, false],
  [[], false],
  ["{}", false],
  [1, false],
  [() => ({}), false],
])("%j: %s", (value, expected) => {
  expect(isPlainObject(value)).toBe(expected);
});
