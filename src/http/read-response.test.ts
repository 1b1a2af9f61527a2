import { expect, test } from "vitest";
import { record, text } from "../shared/decode.ts";
import { readResponse } from "./read-response.ts";
import { readBody } from "./read-body.ts";

const call = {
  once: true,
  decode: record({ id: text(), token: text() }),
  partial: record({ token: text() }),
};
const answer = (body: string, complete = false, status = 201) => ({ status, body, complete });
const kept = { ok: true, value: { token: "t" } };
const unknown = { ok: false, failure: { kind: "unknown-outcome" } };
const malformed = { ok: false, failure: { kind: "malformed", where: "answer" } };

test.each([
  ["the part that is needed arrived", answer('{"token":"t","id'), kept],
  ["it did not", answer('{"id":"i","token":"t'), unknown],
  ["it arrived and is wrong", answer('{"token":7,"id'), unknown],
  ["nobody said that it was cut", answer('{"token":"t","id', true), kept],
  ["nobody said so, and too little came", answer('{"tok', true), unknown],
  ["nothing arrived", answer(""), unknown],
  ["there was nothing", answer("", true), malformed],
  ["it is another's page", answer("<html>", true), malformed],
  ["it is the beginning of one", answer("<htm"), unknown],
  ["it is whole but for the connection", answer('{"id":"i","token":"t"}'), { ok: true }],
  ["it is whole, and wrong", answer('{"token":"t"}'), { failure: { where: "id" } }],
  ["it is a server's failure", answer('{"token":"t"', false, 500), unknown],
  ["it is a refusal", answer('{"token":"t"', false, 404), { failure: { kind: "not-yours" } }],
] as const)("of an answer that must not be asked for again: %s", (_how, raw, result) => {
  expect(readResponse(call, raw, null)).toMatchObject(result);
});

test("without a reader for parts, and where one may ask again, a part is nothing", () => {
  const { decode } = call;
  expect(readResponse({ once: true, decode }, answer('{"token":"t","id'), null)).toEqual(unknown);
  expect(readResponse({ ...call, once: false }, answer('{"token":"t","id'), null)).toEqual({
    ok: false,
    failure: { kind: "offline" },
  });
});

test.each([
  ["shorter than announced", { "Content-Length": "9" }, false],
  ["as long", { "Content-Length": "6" }, true],
  ["longer", { "Content-Length": "3" }, true],
  ["without a length", {}, true],
  ["with no number", { "Content-Length": "x" }, true],
  [
    "packed, where the length is another one",
    { "Content-Length": "9", "Content-Encoding": "gzip" },
    true,
  ],
])("a body that is %s", async (_how, headers, complete) => {
  const response = new Response('{"é":', { headers });
  expect(await readBody(response)).toEqual({ body: '{"é":', complete });
});

test("a character that was cut is left out", async () => {
  const bytes = new TextEncoder().encode('{"é').slice(0, 3);
  const cut = new Response(bytes, { headers: { "Content-Length": "9" } });
  expect(await readBody(cut)).toEqual({ body: '{"', complete: false });
});
