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

test("a good value comes back without its unknown fields", () => {
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
])("names what is wrong in %j", (value, where) => {
  expect(decode(shape, value)).toEqual({ ok: false, failure: { kind: "malformed", where } });
});

test("fields of the prototype are not fields", () => {
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

test("a decoder of one's own refuses its value or one of its fields, wherever it stands", () => {
  const own = record({ list: list(record({ even })), pair: nullable(pair) });
  expect(decode(own, { list: [{ even: 2 }, { even: 3 }] })).toMatchObject({
    failure: { where: "list[1].even" },
  });
  expect(decode(own, { list: [], pair: 1 })).toMatchObject({ failure: { where: "pair.second" } });
  expect(decode(even, 3)).toMatchObject({ failure: { where: "answer" } });
  expect(decode(list(even), [1])).toMatchObject({ failure: { where: "[0]" } });
});

test("an error that is no refusal is thrown on", () => {
  expect(() => decode(record({ broken }), {})).toThrow("a bug");
});

test("a text has to match its pattern", () => {
  expect(decode(matching(/^[a-z]{1,3}$/), "abc")).toEqual({ ok: true, value: "abc" });
  expect(decode(matching(/^[a-z]{1,3}$/), "abcd")).toMatchObject({ ok: false });
  expect(decode(matching(/^1$/), 1)).toMatchObject({ ok: false });
});

test("an instant is read as milliseconds since 1970", () => {
  expect(decode(instant, "1970-01-01T00:00:01Z")).toEqual({ ok: true, value: 1000 });
});

test("anything is a value or a failure, never a throw", () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(decode(shape, value)).toHaveProperty("ok");
      expect(decode(texts, value)).toHaveProperty("ok");
    }),
    { numRuns: 2000 },
  );
});
