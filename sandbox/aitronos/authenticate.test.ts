// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ada, ben, expiredKey, pausedKey, stemTrack } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { call, share } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

/** Every endpoint that needs a key, with its path for Ada. */
const guarded = [
  ["POST", `/${ada.org}/tracks/${stemTrack.id}/share`],
  ["POST", `/${ada.org}/collections/mcoll_a1b2c3d4e5f6/share`],
  ["DELETE", `/${ada.org}/share/mslink_000000000000`],
  ["POST", `/${ada.org}/tracks/${stemTrack.id}/save`],
  ["DELETE", `/${ada.org}/tracks/${stemTrack.id}/save`],
  ["GET", `/${ada.org}/tracks`],
  ["GET", `/${ada.org}/tracks/${stemTrack.id}`],
  ["DELETE", `/${ada.org}/tracks/${stemTrack.id}`],
  ["GET", `/${ada.org}/collections`],
  ["POST", `/${ada.org}/collections`],
  ["GET", `/${ada.org}/collections/mcoll_a1b2c3d4e5f6/tracks`],
  ["DELETE", `/${ada.org}/collections/mcoll_a1b2c3d4e5f6/tracks/${stemTrack.id}`],
] as const;

describe.each(guarded)("%s %s", (method, path) => {
  test("asks for a key", async () => {
    const { status, headers, body } = await call(sandbox, method, path);
    expect(status).toBe(401);
    expect(body).toEqual({
      success: false,
      error: {
        code: "AUTHENTICATION_REQUIRED",
        message: expect.any(String),
        system_message: "Missing or invalid authorization header",
        type: "authentication_error",
        status: 401,
        details: {},
        trace_id: expect.stringMatching(/^req_\w+$/),
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    });
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  test("refuses somebody of another organization", async () => {
    const { status, body } = await call(sandbox, method, path, { person: ben });
    expect(status).toBe(403);
    expect(body["error"]).toMatchObject({ code: "ORGANIZATION_ACCESS_DENIED", status: 403 });
  });

  test("gives a page of another origin no permission", async () => {
    const headers = { Origin: "https://blog.test", "Access-Control-Request-Method": method };
    const answer = await call(sandbox, "OPTIONS", path, { headers });
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

describe("keys", () => {
  const path = `/${ada.org}/tracks`;

  test.each([
    ["ak_wrong", "INVALID_API_KEY"],
    [pausedKey, "API_KEY_PAUSED"],
    [expiredKey, "API_KEY_EXPIRED"],
  ])("names what is wrong with %s", async (key, code) => {
    for (const headers of [{ "X-API-Key": key }, { Authorization: `Bearer ${key}` }]) {
      const { status, body } = await call(sandbox, "GET", path, { headers });
      expect(status).toBe(401);
      expect(body["error"]).toMatchObject({ code, type: "authentication_error" });
    }
  });

  test("accepts a key as a bearer token", async () => {
    const headers = { Authorization: `Bearer ${ada.key}` };
    expect((await call(sandbox, "GET", path, { headers })).status).toBe(200);
  });

  test("answers an unknown endpoint with the envelope", async () => {
    const { status, body } = await call(sandbox, "GET", "/nothing/here", { person: ada });
    expect(status).toBe(404);
    expect(body["error"]).toMatchObject({ code: "RESOURCE_NOT_FOUND", type: "client_error" });
  });
});

describe("rate limit", () => {
  test("answers 429 with Retry-After, per key and per address, until the minute is over", async () => {
    const { token } = await share(sandbox);
    sandbox.set({ requestsPerMinute: 2 });
    const list = () => call(sandbox, "GET", `/${ada.org}/tracks`, { person: ada });
    expect((await list()).status).toBe(200);
    const { status, headers, body } = await list();
    expect(status).toBe(429);
    expect(Number(headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(Number(headers.get("Retry-After"))).toBeLessThanOrEqual(60);
    expect(body["error"]).toMatchObject({ code: "RATE_LIMIT_EXCEEDED", status: 429 });

    const open = () => call(sandbox, "GET", `/shared/${token}`);
    const statuses = [await open(), await open(), await open()].map((answer) => answer.status);
    expect(statuses).toEqual([200, 200, 429]);
    sandbox.shiftClock(61_000);
    expect((await open()).status).toBe(200);
    expect((await list()).status).toBe(200);
  });
});
