import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePartialObject } from "./partial-json.ts";

test.each([
  ["{", {}],
  [" \n{ ", {}],
  ['{"a', {}],
  ['{"a"', {}],
  ['{"a":', {}],
  ['{"a":"b', {}],
  ['{"a":"b\\"', {}], // the quote is escaped
  ['{"a":"b\\\\"', { a: "b\\" }],
  ['{"a":"b"', { a: "b" }],
  ['{"a":"\\u00e9\\n,}"', { a: "é\n,}" }],
  ['{"a":"\\u00e', {}],
  ['{"a":"b",', { a: "b" }],
  ['{"a":"b","c":"d', { a: "b" }],
  ['{"a":12', {}], // 12 may be the beginning of 123
  ['{"a":12,', { a: 12 }],
  ['{"a":-1.5e3 ', { a: -1500 }],
  ['{"a":-1.5e', {}],
  ['{"a":tru', {}],
  ['{"a":true', { a: true }],
  ['{"a":null,"b":fals', { a: null }],
  ['{"a":[1,{"b":"c', {}],
  ['{"a":[1,{"b":"],}"}],"c":"d","e', { c: "d" }],
  ['{"a":{"token":"x"}', {}],
  ['{"a":"b"}', { a: "b" }],
  ['{"a":"b"} \n', { a: "b" }],
])("the complete members of %s are %j", (text, members) => {
  expect(parsePartialObject(text)).toEqual(members);
});

test.each(["", " ", "<html>{", "[", '["a","b"', '"a"', "1", "null", "nul", '{a:"b",', '{"a" "b",'])(
  "%j is not the beginning of an object",
  (text) => {
    expect(parsePartialObject(text)).toBeNull();
  },
);

test("reads a member called __proto__", () => {
  const members = parsePartialObject('{"__proto__":"a","b":"c"') ?? {};
  expect(Object.entries(members)).toEqual([
    ["__proto__", "a"],
    ["b", "c"],
  ]);
  expect(Object.getPrototypeOf(members)).toBe(Object.prototype);
});

test("reads a very deep and a very long text", () => {
  expect(parsePartialObject(`{"a":"b","c":${"[".repeat(200_000)}`)).toEqual({ a: "b" });
  expect(parsePartialObject(`{"a":"${"\\\\".repeat(100_000)}`)).toEqual({});
});

test("an object that is cut anywhere has exactly the members that arrived completely", () => {
  const value = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(true, null), fc.double());
  const either = fc.oneof({ weight: 3, arbitrary: value }, fc.jsonValue());
  const object = fc.uniqueArray(fc.tuple(fc.string(), either), { selector: ([name]) => name });
  fc.assert(
    fc.property(object, fc.constantFrom("", " ", "\n "), (members, space) => {
      let text = "{";
      const ends: [at: number, name: string, value: unknown][] = [];
      for (const [name, each] of members) {
        text += `${text === "{" ? "" : ","}${space}${JSON.stringify(name)}:${space}${JSON.stringify(each)}`;
        const read = JSON.parse(JSON.stringify(each)) as unknown;
        // Only the next character ends a number.
        const end = text.length + (typeof read === "number" ? 1 : 0);
        if (typeof read !== "object" || read === null) ends.push([end, name, read]);
      }
      text += `${space}}`;
      for (let cut = 1; cut <= text.length; cut += 1) {
        const complete = ends.flatMap(([at, name, read]) => (at <= cut ? [[name, read]] : []));
        expect(parsePartialObject(text.slice(0, cut))).toEqual(Object.fromEntries(complete));
      }
    }),
    { numRuns: 100 },
  );
}, 30_000);

test("never throws for 10,000 odd texts", () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'{}[]":,\\eE+-.019tfn u') }),
    fc.string().map((each) => `{"a":${each}`),
    fc.tuple(fc.json(), fc.nat()).map(([json, cut]) => json.slice(0, cut % (json.length + 1))),
  );
  fc.assert(
    fc.property(text, (each) => {
      for (const value of Object.values(parsePartialObject(each) ?? {})) {
        expect(["string", "number", "boolean", "object"]).toContain(typeof value);
      }
    }),
    { numRuns: 10_000 },
  );
});
