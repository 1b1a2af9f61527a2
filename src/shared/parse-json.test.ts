import { expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

test("gives the value of a JSON text", () => {
  expect(parseJson(' {"a":[1,null]} ')).toEqual({ a: [1, null] });
  expect(parseJson("null")).toBeNull();
});

test.each(["", "<html>", '{"a":', "undefined", "NaN", "[".repeat(100_000)])(
  "gives undefined for what is not JSON: %.20s",
  (text) => {
    expect(parseJson(text)).toBeUndefined();
  },
);
