// @vitest-environment node
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { trackShare } from "../../../test/kits/player-examples.ts";
import { resolveShare } from "./fetch-json.ts";

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

let reply: Reply;
let asked: IncomingMessage[] = [];
let origin = "";
const server = createServer((request, response) => {
  asked.push(request);
  reply(request, response);
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => (asked = []));

const answer =
  (status: number, body = "", headers: Record<string, string> = {}): Reply =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

async function ask(how: Reply, deadline = 5000) {
  reply = how;
  const address = { url: `${origin}/v1/music/shared/shr_1`, plain: true };
  return resolveShare(address, new AbortController().signal, deadline);
}

const text = JSON.stringify(trackShare);
const json = { "content-type": "application/json" };

it("resolves a share with one plain request", async () => {
  expect(await ask(answer(200, text, json))).toMatchObject({ ok: true });
  expect(asked).toHaveLength(1);
  const { method, headers } = asked[0]!;
  expect(method).toBe("GET");
  expect(headers).not.toHaveProperty("cookie");
  expect(headers).not.toHaveProperty("authorization");
  expect(headers).not.toHaveProperty("referer");
});

it("does not mind a wrong content type", async () => {
  expect(await ask(answer(200, text, { "content-type": "text/html" }))).toMatchObject({ ok: true });
});

const envelope = JSON.stringify({ success: false, error: { status: 404, message: "Not found" } });
/** 429 with an HTTP date that is 90 seconds after the request. */
const dated: Reply = (request, response) => {
  const date = new Date(Date.now() + 90_000).toUTCString();
  answer(429, "", { "retry-after": date })(request, response);
};

it.each([
  ["gone", answer(404, envelope, json)],
  ["gone", answer(410)],
  ["gone", answer(200, envelope, json)],
  ["refused", answer(503, "<h1>Bad gateway</h1>")],
  ["refused", answer(401, "{}", json)],
  ["malformed", answer(200, "<!doctype html><h1>Hello</h1>")],
  ["malformed", answer(200)],
  ["malformed", answer(200, text.slice(0, -20), json)],
  ["malformed", answer(200, JSON.stringify({ ...trackShare, pad: "x".repeat(1 << 20) }), json)],
  ["unreachable", (request: IncomingMessage) => request.socket.destroy()],
])("answers %s", async (kind, how) => {
  expect(await ask(how)).toMatchObject({ ok: false, failure: { kind } });
});

const endless: Reply = (_, response) => {
  const more = (): void => void (response.destroyed || response.write("x".repeat(65536), more));
  more();
};

it("reads no more of an endless body than it may", async () => {
  expect(await ask(endless)).toMatchObject({ failure: { kind: "malformed" } });
});

it("follows no redirect", async () => {
  const to = `${origin}/elsewhere`;
  expect(await ask(answer(302, "", { location: to }))).toMatchObject({
    failure: { kind: "unreachable" },
  });
  expect(asked.map(({ url }) => url)).toEqual(["/v1/music/shared/shr_1"]);
});

const broken: Reply = (request, response) => {
  response.writeHead(200, { "content-length": text.length }).write(text.slice(0, 30));
  setTimeout(() => request.socket.destroy(), 20);
};

it("says a broken connection in mid-body", async () => {
  expect(await ask(broken)).toMatchObject({ failure: { kind: "unreachable" } });
});

it.each([
  ["before the headers", () => undefined],
  ["in mid-body", (_: unknown, response: ServerResponse) => void response.write("{")],
])("gives up on a silence %s", async (_, how) => {
  expect(await ask(how, 100)).toEqual({ ok: false, failure: { kind: "too-slow" } });
});

const limited = (header: string): Reply => answer(429, "", { "retry-after": header });

it.each([
  ["30", limited("30"), 30],
  ["a date in 90 seconds", dated, 90],
  ["nonsense", limited("nonsense"), 10],
  ["999999", limited("999999"), 3600],
])("waits as long as Retry-After: %s says", async (_, how, seconds) => {
  const result = await ask(how);
  const failure = result.ok ? null : result.failure;
  expect(failure?.kind).toBe("too-many");
  expect(failure?.kind === "too-many" && Math.abs(failure.seconds - seconds)).toBeLessThan(3);
});
