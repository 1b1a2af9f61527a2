import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anything } from "../shared/decode.ts";
import type { Call } from "./call.ts";
import { createClient } from "./client.ts";

const origin = "https://api.example";
const fetchMock = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>();
beforeEach(() => {
  fetchMock.mockReset();
  fetchMock.mockImplementation(async () => Response.json({}));
  vi.stubGlobal("fetch", fetchMock);
});
afterEach(() => void vi.unstubAllGlobals());

async function send(call: Partial<Call<unknown>> = {}, signal?: AbortSignal) {
  const client = createClient({ origin, ...(signal ? { signal } : {}) });
  const result = await client.send({ method: "GET", path: "/x", decode: anything, ...call });
  const [url, init] = fetchMock.mock.calls[0] ?? [];
  return { result, url, init, headers: new Headers(init?.headers) };
}

test("an impossible path gives not-yours, and no request is sent", async () => {
  expect((await send({ path: null })).result).toEqual({
    ok: false,
    failure: { kind: "not-yours" },
  });
  expect(fetchMock).not.toHaveBeenCalled();
});

test("a path that leaves the origin is a bug", async () => {
  await expect(send({ path: "//evil.example/x" })).rejects.toThrow("leaves the client's origin");
  expect(fetchMock).not.toHaveBeenCalled();
});

test("asks for JSON; a body has the type JSON", async () => {
  const { headers, init } = await send();
  expect([headers.get("Accept"), headers.get("Content-Type"), init?.body]).toEqual([
    "application/json",
    null,
    null,
  ]);
  fetchMock.mockClear();
  const posted = await send({ method: "POST", body: { a: 1 } });
  expect(posted.headers.get("Content-Type")).toBe("application/json");
  expect(posted.init?.body).toBe('{"a":1}');
});

test("adds the query; no request follows redirects, sends cookies or a referrer, or is cached", async () => {
  const { url, init } = await send({ query: { q: "a b&c", n: 2 } });
  expect(String(url)).toBe(`${origin}/x?q=a+b%26c&n=2`);
  expect(init).toMatchObject({
    redirect: "error",
    credentials: "omit",
    cache: "no-store",
    referrerPolicy: "no-referrer",
  });
});

test("a share token is the whole Authorization header, and the account's key is not sent", async () => {
  const sign = vi.fn((headers: Headers) => headers.set("Authorization", "Bearer key"));
  const client = createClient({ origin, sign });
  await client.send({ method: "GET", path: "/x", decode: anything, shareToken: "shr_1" });
  const [, init] = fetchMock.mock.calls[0] ?? [];
  expect(new Headers(init?.headers).get("Authorization")).toBe("shr_1");
  expect(sign).not.toHaveBeenCalled();
});

test("the caller's signal aborts the request", async () => {
  const stop = new AbortController();
  const { init } = await send({}, stop.signal);
  expect(init?.signal?.aborted).toBe(false);
  stop.abort();
  expect(init?.signal?.aborted).toBe(true);
});

test("a network error is a failure; a bug is thrown", async () => {
  fetchMock.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  expect((await send()).result).toEqual({ ok: false, failure: { kind: "offline" } });
  fetchMock.mockRejectedValueOnce(new DOMException("late", "TimeoutError"));
  expect((await send({ once: true })).result).toMatchObject({
    failure: { kind: "unknown-outcome" },
  });
  fetchMock.mockRejectedValueOnce(new RangeError("a bug"));
  await expect(send()).rejects.toThrow("a bug");
});
