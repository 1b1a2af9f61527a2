// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ada, stemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { call, control, share } from "../test-client.ts";
import type { Fault } from "./faults.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const path = `/v1/music/${ada.org}/tracks/${stemTrack.id}/share`;
const add = (fault: Omit<Fault, "path">) =>
  control(sandbox, "POST", "/faults", { path, method: "POST", ...fault });
const post = (signal?: AbortSignal) =>
  fetch(sandbox.origin + path, {
    method: "POST",
    headers: { "X-API-Key": ada.key },
    redirect: "manual",
    ...(signal && { signal }),
  });
const committed = () => sandbox.ledger().shares.length;
const statuses = () => sandbox.ledger().requests.map(({ status }) => status);
/** True while `promise` has not settled within a tenth of a second. */
const waits = (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(() => false),
    new Promise<boolean>((resolve) => setTimeout(resolve, 100, true)),
  ]);

describe.each([
  ["before", 0],
  ["after", 1],
] as const)("%s the commit", (when, shares) => {
  test("answers a status, with a body and headers", async () => {
    const headers = { "Retry-After": "7" };
    await add({ when, do: { status: 503, body: { down: true }, headers } });
    const answer = await post();
    expect(answer.status).toBe(503);
    expect(answer.headers.get("Retry-After")).toBe("7");
    expect(await answer.json()).toEqual({ down: true });
    expect(committed()).toBe(shares);
    expect(statuses()).toEqual([503]);
  });

  test("closes the socket", async () => {
    await add({ when, do: { close: true } });
    await expect(post()).rejects.toThrow("fetch failed");
    expect(committed()).toBe(shares);
    expect(statuses()).toEqual([null]);
  });

  test("hangs until the faults are cleared", async () => {
    await add({ when, do: { hang: true } });
    const hung = post();
    await expect.poll(statuses).toEqual([null]);
    expect(await waits(hung)).toBe(true);
    expect(committed()).toBe(shares);
    expect(await control(sandbox, "DELETE", "/faults")).toBe(200);
    expect((await hung).status).toBe(201);
    expect(committed()).toBe(1);
  });

  test("commits nothing more for somebody who gave up waiting", async () => {
    await add({ when, do: { hang: true } });
    const stop = new AbortController();
    const hung = post(stop.signal).catch(String);
    await expect.poll(statuses).toEqual([null]);
    await waits(hung);
    stop.abort();
    expect(await hung).toMatch("AbortError");
    await new Promise((resolve) => setTimeout(resolve, 150));
    sandbox.faults.clear();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(committed()).toBe(shares);
  });

  test("redirects", async () => {
    await add({ when, do: { redirect: "http://127.0.0.1:9/", status: 307 } });
    const answer = await post();
    expect(answer.status).toBe(307);
    expect(answer.headers.get("Location")).toBe("http://127.0.0.1:9/");
    expect(committed()).toBe(shares);
  });

  test("lies", async () => {
    await add({ when, do: { replace: "<h1>Welcome</h1>", contentType: "text/html" } });
    const answer = await post();
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/html"]);
    expect(await answer.text()).toBe("<h1>Welcome</h1>");
    expect(committed()).toBe(shares);
  });

  test("delays", async () => {
    await add({ when, do: { delay: 500 } });
    const slow = post();
    await expect.poll(statuses).toEqual([null]);
    expect(await waits(slow)).toBe(true);
    expect(committed()).toBe(shares);
    expect((await slow).status).toBe(201);
    expect(committed()).toBe(1);
  });
});

describe("truncation", () => {
  test.each([0, 1, 40, 120])("sends %i bytes of the real answer", async (bytes) => {
    await add({ do: { truncate: bytes } });
    const answer = await post();
    expect(answer.status).toBe(201);
    expect(Number(answer.headers.get("Content-Length"))).toBeGreaterThan(bytes);
    let received = 0;
    const read = async () => {
      for await (const chunk of answer.body ?? []) received += chunk.length;
    };
    await expect(read()).rejects.toThrow("terminated");
    expect(received).toBe(bytes);
    expect(committed()).toBe(1);
    expect(statuses()).toEqual([201]);
  });
});

describe("which requests", () => {
  test("strikes as often as it says, by prefix or regular expression", async () => {
    const both = { path: "^/v1/.+/save$", times: 2, do: { status: 500 } };
    await control(sandbox, "POST", "/faults", both);
    const save = () =>
      call(sandbox, "POST", `/${ada.org}/tracks/${stemTrack.id}/save`, { person: ada });
    const { token } = await share(sandbox);
    const seen = [];
    for (const _ of [1, 2, 3]) seen.push((await save()).status);
    expect(seen).toEqual([500, 500, 200]);
    expect((await call(sandbox, "GET", `/shared/${token}`)).status).toBe(200);
  });

  test("minds the method, and leaves preflights alone", async () => {
    await control(sandbox, "POST", "/faults", { path: "/v1/music/shared/", do: { status: 500 } });
    expect((await call(sandbox, "OPTIONS", "/shared/x")).status).toBe(204);
    expect((await call(sandbox, "GET", "/shared/x")).status).toBe(500);
    await add({ do: { status: 500 } });
    expect((await fetch(sandbox.origin + path)).status).toBe(404);
    expect((await post()).status).toBe(500);
  });

  test("reaches audio and pages too", async () => {
    await control(sandbox, "POST", "/faults", { path: "/tracks", do: { status: 418 } });
    expect((await fetch(`${sandbox.origin}/tracks`)).status).toBe(418);
  });

  test.each([
    {},
    { path: "/v1" },
    { path: "/v1", do: {} },
    { path: "(", do: { status: 500 } },
    { path: "/", when: "later", do: { status: 500 } },
    { path: "/", times: 0, do: { status: 500 } },
  ])("refuses %j", async (fault) => {
    expect(await control(sandbox, "POST", "/faults", fault)).toBe(400);
  });
});
