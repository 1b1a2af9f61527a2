import { expect, test, vi } from "vitest";
import { readBodyText } from "./read-body.ts";

/** A response whose body arrives in these pieces and then ends, or breaks off with `error`. */
function createResponse(pieces: readonly Uint8Array<ArrayBuffer>[], error?: Error) {
  const left = [...pieces];
  const cancel = vi.fn();
  const pull = (controller: ReadableStreamDefaultController): void => {
    const piece = left.shift();
    if (piece) controller.enqueue(piece);
    else if (error) controller.error(error);
    else controller.close();
  };
  return { response: new Response(new ReadableStream({ pull, cancel })), cancel };
}
const bytes = (text: string) => new TextEncoder().encode(text);

test("reads a body that arrives in pieces that split a character", async () => {
  const [whole, at] = [bytes("aéb"), 2];
  const { response } = createResponse([whole.slice(0, at), whole.slice(at)]);
  expect(await readBodyText(response, 10)).toEqual({ text: "aéb", end: "whole" });
});

test("a response without a body is empty", async () => {
  const response = new Response(null, { status: 204 });
  expect(await readBodyText(response, 10, 5)).toEqual({ text: "", end: "whole" });
});

test("returns the text before the connection broke, without half a character", async () => {
  const { response } = createResponse([bytes("é").slice(0, 1)], new TypeError("broken"));
  expect(await readBodyText(response, 10)).toEqual({ text: "", end: "broken" });
});

test("a body shorter than announced is broken, a longer one is not", async () => {
  expect(await readBodyText(new Response("abc"), 10, 4)).toEqual({ text: "abc", end: "broken" });
  expect(await readBodyText(new Response("abc"), 10, 2)).toEqual({ text: "abc", end: "whole" });
  expect(await readBodyText(new Response("abc"), 10, NaN)).toEqual({ text: "abc", end: "whole" });
});

test("stops the download of a body that is too long", async () => {
  const { response, cancel } = createResponse([bytes("abc"), bytes("d"), bytes("e")]);
  expect(await readBodyText(response, 3)).toEqual({ text: "abc", end: "too-long" });
  expect(cancel).toHaveBeenCalledOnce();
  expect(await readBodyText(new Response("abc"), 3)).toEqual({ text: "abc", end: "whole" });
});
