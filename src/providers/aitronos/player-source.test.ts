// @vitest-environment node
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { trackShare } from "../../../test/kits/player-examples.ts";
import { classifyStatus, fetchJson } from "../../player/net/fetch-json.ts";
import { parseSourceUrl } from "../../player/net/safe-urls.ts";
import type { PlayerClient } from "../contract/player-source.ts";
import { findShareUrl, resolveShare } from "./player-source.ts";

const page = "https://blog.example/post";
const path = "/v1/music/shared/shr_0123456789abcdef0123456789abcdef";

const findIn = (src: string, from: string) => {
  const address = parseSourceUrl(src, from);
  return address && findShareUrl(address);
};

describe("findShareUrl", () => {
  test.each([
    [`https://api.aitronos.com${path}`, `https://api.aitronos.com${path}`],
    [` https://api.example:8443${path}/ `, `https://api.example:8443${path}/`],
    [`https://api.aitronos.com${path}?x=1#y`, `https://api.aitronos.com${path}`],
    [path, `https://blog.example${path}`],
  ])("accepts %s", (src, url) => {
    expect(findIn(src, page)).toEqual({ url, allowsHttp: false });
  });

  test.each([
    "http://127.0.0.1:4000",
    "http://localhost",
    "http://[::1]:4000",
    "http://a.localhost",
  ])("accepts %s: http on a loopback host", (origin) => {
    expect(findIn(origin + path, page)).toEqual({ url: origin + path, allowsHttp: true });
  });

  test.each([
    "",
    "   ",
    "shr_0123",
    `http://api.aitronos.com${path}`,
    `http://127.0.0.1.evil.example${path}`,
    `https://name:word@api.aitronos.com${path}`,
    `ftp://api.aitronos.com${path}`,
    "javascript:alert(1)//v1/music/shared/x",
    "data:text/html,/v1/music/shared/x",
    "https://api.aitronos.com/v1/music/shared/",
    "https://api.aitronos.com/v1/music/shared/a/save",
    "https://api.aitronos.com/v1/music/shared/..",
    "https://api.aitronos.com/v1/music/shared/a%2Fb",
    "https://api.aitronos.com/evil/v1/music/shared/a",
    "https://[bad",
  ])("refuses %s", (src) => {
    expect(findIn(src, page)).toBeNull();
  });
});

type Responder = (request: IncomingMessage, response: ServerResponse) => void;

let respond: Responder;
let requests: IncomingMessage[] = [];
let origin = "";
const server = createServer((request, response) => {
  requests.push(request);
  respond(request, response);
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => (requests = []));

const sendResponse =
  (status: number, body = "", headers: Record<string, string> = {}): Responder =>
  (_, response) =>
    response.writeHead(status, headers).end(body);

async function fetchShare(responder: Responder, timeout = 5000) {
  respond = responder;
  const address = { url: `${origin}/v1/music/shared/shr_1`, allowsHttp: true };
  const client: PlayerClient = {
    classifyStatus,
    fetchJson: (url, headers, signal) => fetchJson(url, headers, signal, timeout),
  };
  return resolveShare(address, client, new AbortController().signal);
}

const text = JSON.stringify(trackShare);
const json = { "content-type": "application/json" };

test("resolves a share with one plain request", async () => {
  expect(await fetchShare(sendResponse(200, text, json))).toMatchObject({ ok: true });
  expect(requests).toHaveLength(1);
  const { method, headers } = requests[0]!;
  expect(method).toBe("GET");
  expect(headers).not.toHaveProperty("cookie");
  expect(headers).not.toHaveProperty("authorization");
  expect(headers).not.toHaveProperty("referer");
});

test("ignores a wrong content type", async () => {
  expect(await fetchShare(sendResponse(200, text, { "content-type": "text/html" }))).toMatchObject({
    ok: true,
  });
});

const envelope = JSON.stringify({ success: false, error: { status: 404, message: "Not found" } });

test.each([
  ["gone", sendResponse(404, envelope, json)],
  ["gone", sendResponse(410)],
  ["gone", sendResponse(200, envelope, json)],
  ["refused", sendResponse(503, "<h1>Bad gateway</h1>")],
  ["refused", sendResponse(401, "{}", json)],
  ["malformed", sendResponse(200, "<!doctype html><h1>Hello</h1>")],
  ["malformed", sendResponse(200)],
  ["malformed", sendResponse(200, text.slice(0, -20), json)],
  [
    "malformed",
    sendResponse(200, JSON.stringify({ ...trackShare, pad: "x".repeat(1 << 20) }), json),
  ],
  ["unreachable", (request: IncomingMessage) => request.socket.destroy()],
])("reports %s", async (kind, responder) => {
  expect(await fetchShare(responder)).toMatchObject({ ok: false, failure: { kind } });
});

const endless: Responder = (_, response) => {
  const more = (): void => void (response.destroyed || response.write("x".repeat(65536), more));
  more();
};

test("stops reading an endless body at the size limit", async () => {
  expect(await fetchShare(endless)).toMatchObject({ failure: { kind: "malformed" } });
});

test("follows no redirect", async () => {
  const to = `${origin}/elsewhere`;
  expect(await fetchShare(sendResponse(302, "", { location: to }))).toMatchObject({
    failure: { kind: "unreachable" },
  });
  expect(requests.map(({ url }) => url)).toEqual(["/v1/music/shared/shr_1"]);
});

const broken: Responder = (request, response) => {
  response.writeHead(200, { "content-length": text.length }).write(text.slice(0, 30));
  setTimeout(() => request.socket.destroy(), 20);
};

test("reports a connection that breaks in the middle of the body", async () => {
  expect(await fetchShare(broken)).toMatchObject({ failure: { kind: "unreachable" } });
});

test.each([
  ["before the headers", () => undefined],
  ["in the middle of the body", (_: unknown, response: ServerResponse) => void response.write("{")],
])("gives up when no bytes arrive %s", async (_, responder) => {
  expect(await fetchShare(responder, 100)).toEqual({ ok: false, failure: { kind: "too-slow" } });
});

/** 429 with a date that is 90 seconds after the request. */
const limitedByDate: Responder = (request, response) => {
  const date = new Date(Date.now() + 90_000).toUTCString();
  limited(date)(request, response);
};
const limited = (header: string): Responder => sendResponse(429, "", { "retry-after": header });

test.each([
  ["30", limited("30"), 30],
  ["a date in 90 seconds", limitedByDate, 90],
  ["nonsense", limited("nonsense"), 10],
  ["999999", limited("999999"), 3600],
])("reads how long to wait from Retry-After: %s", async (_, responder, seconds) => {
  const result = await fetchShare(responder);
  const failure = result.ok ? null : result.failure;
  expect(failure?.kind).toBe("too-many");
  expect(failure?.kind === "too-many" && Math.abs(failure.seconds - seconds)).toBeLessThan(3);
});
