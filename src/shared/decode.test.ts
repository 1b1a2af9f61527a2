import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boolean,
  decode,
  instant,
  list,
  malformed,
  matching,
  nullable,
  number,
  oneOf,
  record,
  text,
  texts,
} from "./decode.ts";

const shape = record({
  id: text(4),
  count: number(0, 10),
  on: boolean,
  at: nullable(instant),
  kind: oneOf("a", "b"),
  many: list(record({ n: number() }), 2),
});
const good = { id: "x", count: 1, on: true, at: null, kind: "a", many: [{ n: 1 }] };

test("drops unknown fields", () => {
  expect(decode(shape, { ...good, extra: 1 })).toEqual({ ok: true, value: good });
});

test.each([
  [{ ...good, id: "too long" }, "id"],
  [{ ...good, count: Number.NaN }, "count"],
  [{ ...good, count: 11 }, "count"],
  [{ ...good, on: "true" }, "on"],
  [{ ...good, at: "soon" }, "at"],
  [{ ...good, kind: "c" }, "kind"],
  [{ ...good, many: [{ n: 1 }, { n: "2" }] }, "many[1].n"],
  [{ ...good, many: [{ n: 1 }, { n: 2 }, { n: 3 }] }, "many"],
  [[good], "answer"],
  [null, "answer"],
])("names the invalid field of %j", (value, where) => {
  expect(decode(shape, value)).toEqual({ ok: false, failure: { kind: "malformed", where } });
});

test("ignores inherited fields", () => {
  expect(decode(record({ toString: nullable(text()) }), {})).toEqual({
    ok: true,
    value: { toString: null },
  });
});

const even = (value: unknown): number => (Number(value) % 2 === 0 ? Number(value) : malformed());
const pair = (value: unknown): unknown[] => (Array.isArray(value) ? value : malformed("second"));
const broken = (): never => {
  throw new RangeError("a bug");
};

test("a custom decoder can refuse its value or one of its fields, at any depth", () => {
  const shapeWithCustom = record({ list: list(record({ even })), pair: nullable(pair) });
  expect(decode(shapeWithCustom, { list: [{ even: 2 }, { even: 3 }] })).toMatchObject({
    failure: { where: "list[1].even" },
  });
  expect(decode(shapeWithCustom, { list: [], pair: 1 })).toMatchObject({
    failure: { where: "pair.second" },
  });
  expect(decode(even, 3)).toMatchObject({ failure: { where: "answer" } });
  expect(decode(list(even), [1])).toMatchObject({ failure: { where: "[0]" } });
});

test("other errors are thrown", () => {
  expect(() => decode(record({ broken }), {})).toThrow("a bug");
});

test("a text has to match the pattern", () => {
  expect(decode(matching(/^[a-z]{1,3}$/), "abc")).toEqual({ ok: true, value: "abc" });
  expect(decode(matching(/^[a-z]{1,3}$/), "abcd")).toMatchObject({ ok: false });
  expect(decode(matching(/^1$/), 1)).toMatchObject({ ok: false });
});

test("an instant is read as milliseconds since 1970", () => {
  expect(decode(instant, "1970-01-01T00:00:01Z")).toEqual({ ok: true, value: 1000 });
});

test("never throws for any value", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(decode(shape, value)).toHaveProperty("ok");
      expect(decode(texts, value)).toHaveProperty("ok");
    }),
    { numRuns: 2000 },
  );
});
