import { expect, test } from "vitest";
import { record, text } from "../shared/decode.ts";
import { decodeResponse } from "./decode-response.ts";
import { readBody } from "./read-body.ts";

const call = {
  once: true,
  decode: record({ id: text(), token: text() }),
  partial: record({ token: text() }),
};
const toResponse = (body: string, complete = false, status = 201) => ({ status, body, complete });
const partialResult = { ok: true, value: { token: "t" } };
const unknown = { ok: false, failure: { kind: "unknown-outcome" } };
const malformed = { ok: false, failure: { kind: "malformed", where: "answer" } };

test.each([
  ["the needed members arrived", toResponse('{"token":"t","id'), partialResult],
  ["the needed members did not arrive", toResponse('{"id":"i","token":"t'), unknown],
  ["a needed member is wrong", toResponse('{"token":7,"id'), unknown],
  ["it is cut but reported as complete", toResponse('{"token":"t","id', true), partialResult],
  ["it is cut too early but reported as complete", toResponse('{"tok', true), unknown],
  ["nothing arrived, broken off", toResponse(""), unknown],
  ["it is empty", toResponse("", true), malformed],
  ["it is HTML", toResponse("<html>", true), malformed],
  ["it is the beginning of HTML", toResponse("<htm"), unknown],
  [
    "it is valid JSON although the connection broke",
    toResponse('{"id":"i","token":"t"}'),
    { ok: true },
  ],
  ["it is valid JSON and wrong", toResponse('{"token":"t"}'), { failure: { where: "id" } }],
  ["it is a server error", toResponse('{"token":"t"', false, 500), unknown],
  ["it is a refusal", toResponse('{"token":"t"', false, 404), { failure: { kind: "not-yours" } }],
] as const)("response to a request that must not be repeated: %s", (_how, raw, result) => {
  expect(decodeResponse(call, raw, null)).toMatchObject(result);
});

test("a part is not used without a decoder for parts or when the request can be repeated", () => {
  const { decode } = call;
  expect(decodeResponse({ once: true, decode }, toResponse('{"token":"t","id'), null)).toEqual(
    unknown,
  );
  expect(decodeResponse({ ...call, once: false }, toResponse('{"token":"t","id'), null)).toEqual({
    ok: false,
    failure: { kind: "offline" },
  });
});

test.each([
  ["shorter than announced", { "Content-Length": "9" }, false],
  ["as long as announced", { "Content-Length": "6" }, true],
  ["longer than announced", { "Content-Length": "3" }, true],
  ["without a length", {}, true],
  ["with an invalid length", { "Content-Length": "x" }, true],
  [
    "compressed, so that the length differs",
    { "Content-Length": "9", "Content-Encoding": "gzip" },
    true,
  ],
])("a body that is %s", async (_how, headers, complete) => {
  const response = new Response('{"é":', { headers });
  expect(await readBody(response)).toEqual({ body: '{"é":', complete });
});

test("leaves out a character that was cut", async () => {
  const bytes = new TextEncoder().encode('{"é').slice(0, 3);
  const cut = new Response(bytes, { headers: { "Content-Length": "9" } });
  expect(await readBody(cut)).toEqual({ body: '{"', complete: false });
});
