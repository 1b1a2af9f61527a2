import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { record, text } from "../shared/decode.ts";
import type { Call } from "./call.ts";
import { createClient } from "./client.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((listening) => server.once("listening", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const call: Call<{ name: string }> = {
  method: "POST",
  path: "/x",
  decode: record({ name: text() }),
};
const sign = (headers: Headers): void => headers.set("X-API-Key", "secret-key");
const failToStore = (): Promise<void> =>
  Promise.reject(new DOMException("full", "QuotaExceededError"));
const json = (status: number, body: string, headers = {}): RequestListener => {
  return (_request, response) => response.writeHead(status, headers).end(body);
};

test.each([
  [200, '{"name":"a"}', { ok: true, value: { name: "a" } }],
  [200, "{}", { ok: false, failure: { kind: "malformed", where: "name" } }],
  [200, "", { ok: false, failure: { kind: "malformed", where: "answer" } }],
  [200, "<html>", { ok: false, failure: { kind: "malformed", where: "answer" } }],
  [401, '{"error":{"code":"X"}}', { ok: false, failure: { kind: "signed-out", code: "X" } }],
  [403, "<html>", { ok: false, failure: { kind: "not-allowed", code: null } }],
  [404, "", { ok: false, failure: { kind: "not-yours" } }],
  [409, "", { ok: false, failure: { kind: "not-ready" } }],
  [410, "", { ok: false, failure: { kind: "gone" } }],
  [422, "", { ok: false, failure: { kind: "refused", status: 422 } }],
  [429, "", { ok: false, failure: { kind: "too-many", retryAt: null } }],
  [503, "", { ok: false, failure: { kind: "refused", status: 503 } }],
])("status %i with %j", async (status, body, result) => {
  const client = createClient({ origin: await serve(json(status, body)) });
  expect(await client.send(call)).toEqual(result);
});

test("a server error to a request that must not be repeated has an unknown outcome", async () => {
  const client = createClient({ origin: await serve(json(500, "")) });
  expect(await client.send({ ...call, once: true })).toMatchObject({
    failure: { kind: "unknown-outcome" },
  });
});

test.each([301, 302, 303, 307, 308])(
  "%i: the redirect is not followed, and its target gets no key",
  async (status) => {
    const received: unknown[] = [];
    const target = await serve((request, response) => {
      received.push(request.headers);
      response.end("{}");
    });
    const origin = await serve(json(status, "", { Location: target }));
    const result = await createClient({ origin, sign }).send(call);
    expect(result).toMatchObject({ ok: false, failure: { kind: "offline" } });
    expect(received).toEqual([]);
  },
);

test("waits for onAnswer before it parses a response", async () => {
  const order: string[] = [];
  const client = createClient({
    origin: await serve(json(201, "not json")),
    async onAnswer(answer) {
      await new Promise((later) => setTimeout(later, 10));
      order.push(JSON.stringify(answer));
    },
  });
  await client.send({ ...call, once: true }).then(() => order.push("read"));
  await client.send(call); // can be repeated, so onAnswer is not called
  expect(order).toEqual(['{"status":201,"body":"not json","complete":true}', "read"]);
});

test("an error in onAnswer is thrown, not taken for a network error", async () => {
  const client = createClient({ origin: await serve(json(201, "{}")), onAnswer: failToStore });
  await expect(client.send({ ...call, once: true })).rejects.toThrow("full");
});

test("passes on the part that arrived of a body that breaks off", async () => {
  const onAnswer = vi.fn(async () => {});
  const origin = await serve((_request, response) => {
    response.writeHead(201, { "Content-Length": "100" });
    response.write('{"name":"a', () => response.destroy());
  });
  const client = createClient({ origin, onAnswer });
  const result = await client.send({ ...call, once: true });
  expect(result).toMatchObject({ failure: { kind: "unknown-outcome" } });
  expect(onAnswer).toHaveBeenCalledWith({ status: 201, body: '{"name":"a', complete: false });
});

test("stops reading after 256 KiB", async () => {
  let sent = 0;
  const origin = await serve((_request, response) => {
    const writeMore = (): void => {
      while (sent < 50_000_000 && !response.destroyed) {
        sent += 65_536;
        if (!response.write(Buffer.alloc(65_536, " ")))
          return void response.once("drain", writeMore);
      }
    };
    writeMore();
  });
  expect(await createClient({ origin }).send(call)).toMatchObject({
    failure: { kind: "malformed" },
  });
  expect(sent).toBeLessThan(20_000_000);
});

test("no response: offline, or an unknown outcome when the request must not be repeated", async () => {
  const origin = await serve((request) => request.destroy());
  const client = createClient({ origin });
  expect(await client.send(call)).toMatchObject({ failure: { kind: "offline" } });
  expect(await client.send({ ...call, once: true })).toMatchObject({
    failure: { kind: "unknown-outcome" },
  });
});

test.each(["//evil.example/x", "https://evil.example/x", "\\\\evil.example\\x"])(
  "the path %s is refused, because it leaves the origin",
  async (path) => {
    const client = createClient({ origin: "http://127.0.0.1:9" });
    await expect(client.send({ ...call, path })).rejects.toThrow(TypeError);
  },
);

test("a public request has no key, no cookie and no referrer", async () => {
  const origin = await serve((request, response) => {
    response.end(JSON.stringify({ name: JSON.stringify(request.headers) }));
  });
  const client = createClient({ origin, sign });
  const unsigned = await client.send({ ...call, signed: false });
  expect(JSON.stringify(unsigned)).not.toMatch(/secret-key|cookie|referer/i);
  expect(JSON.stringify(await client.send(call))).toContain("secret-key");
});
