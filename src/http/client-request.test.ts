import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anything } from "../shared/decode.ts";
import type { Call } from "./call.ts";
import { createClient } from "./client.ts";

const origin = "https://api.example";
const asked = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>();
beforeEach(() => {
  asked.mockReset();
  asked.mockImplementation(async () => Response.json({}));
  vi.stubGlobal("fetch", asked);
});
afterEach(() => void vi.unstubAllGlobals());

async function send(call: Partial<Call<unknown>> = {}, signal?: AbortSignal) {
  const client = createClient({ origin, ...(signal ? { signal } : {}) });
  const result = await client.send({ method: "GET", path: "/x", decode: anything, ...call });
  const [url, init] = asked.mock.calls[0] ?? [];
  return { result, url, init, headers: new Headers(init?.headers) };
}

test("a path that cannot be is nobody's, and nothing is asked", async () => {
  expect((await send({ path: null })).result).toEqual({
    ok: false,
    failure: { kind: "not-yours" },
  });
  expect(asked).not.toHaveBeenCalled();
});

test("a path that leaves the origin is a bug", async () => {
  await expect(send({ path: "//evil.example/x" })).rejects.toThrow("leaves the client's origin");
  expect(asked).not.toHaveBeenCalled();
});

test("what is asked for is JSON; a body is said to be, too", async () => {
  const { headers, init } = await send();
  expect([headers.get("Accept"), headers.get("Content-Type"), init?.body]).toEqual([
    "application/json",
    null,
    null,
  ]);
  asked.mockClear();
  const posted = await send({ method: "POST", body: { a: 1 } });
  expect(posted.headers.get("Content-Type")).toBe("application/json");
  expect(posted.init?.body).toBe('{"a":1}');
});

test("the query is added, and every request keeps to itself", async () => {
  const { url, init } = await send({ query: { q: "a b&c", n: 2 } });
  expect(String(url)).toBe(`${origin}/x?q=a+b%26c&n=2`);
  expect(init).toMatchObject({
    redirect: "error",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  });
});

test("what a share token opens is asked for with it, bare, and never with the account's key", async () => {
  const sign = vi.fn((headers: Headers) => headers.set("Authorization", "Bearer key"));
  const client = createClient({ origin, sign });
  await client.send({ method: "GET", path: "/x", decode: anything, shareToken: "shr_1" });
  const [, init] = asked.mock.calls[0] ?? [];
  expect(new Headers(init?.headers).get("Authorization")).toBe("shr_1");
  expect(sign).not.toHaveBeenCalled();
});

test("it ends with the caller's signal as with its own deadline", async () => {
  const stop = new AbortController();
  const { init } = await send({}, stop.signal);
  expect(init?.signal?.aborted).toBe(false);
  stop.abort();
  expect(init?.signal?.aborted).toBe(true);
});

test("a dead network is a failure; a bug is not", async () => {
  asked.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  expect((await send()).result).toEqual({ ok: false, failure: { kind: "offline" } });
  asked.mockRejectedValueOnce(new DOMException("late", "TimeoutError"));
  expect((await send({ once: true })).result).toMatchObject({
    failure: { kind: "unknown-outcome" },
  });
  asked.mockRejectedValueOnce(new RangeError("a bug"));
  await expect(send()).rejects.toThrow("a bug");
});
