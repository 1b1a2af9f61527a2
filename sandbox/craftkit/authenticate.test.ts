// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  ada,
  ben,
  benRender,
  craftkitAccountKey,
  craftkitTestKey,
  readyRender,
  testRender,
} from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callCraftkit, send } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const endpoints: [method: string, path: string, body?: object][] = [
  ["GET", ""],
  ["POST", "/shares", {}],
  ["GET", "/shares"],
  ["DELETE", "/shares/019bf3a0-7c11-7a4e-9d21-000000000000"],
  ["POST", "/email", { to: "mum@example.org" }],
  ["GET", "/engagement"],
];
const nobody = "019bf3a0-7c11-7a4e-9d21-000000000000";

describe.each(endpoints)("%s /v1/renders/{id}%s", (method, path, body) => {
  const to = (id: string, rest: Parameters<typeof callCraftkit>[3] = {}) =>
    callCraftkit(sandbox, method, `/${id}${path}`, { body, ...rest });

  test("answers 401 without a project key, in either published style", async () => {
    for (const key of [null, "nonsense", "ck_live_wrong", craftkitAccountKey, ada.key]) {
      sandbox.set({ craftkitFlatErrors: false });
      const { status, body: answer } = await to(readyRender.id, { key });
      expect(status).toBe(401);
      expect(answer).toEqual({ error: { code: "unauthorized", message: expect.any(String) } });
      sandbox.set({ craftkitFlatErrors: true });
      const flat = await to(readyRender.id, { key });
      expect([flat.status, flat.body]).toEqual([401, { error: "invalid_credentials" }]);
    }
  });

  test("answers 404 outside of the key's project and environment", async () => {
    const strangers = [
      [benRender.id, ada.craftkitKey],
      [readyRender.id, ben.craftkitKey],
      [readyRender.id, craftkitTestKey],
      [testRender.id, ada.craftkitKey],
      [nobody, ada.craftkitKey],
      ["not-a-uuid", ada.craftkitKey],
    ] as const;
    for (const [id, key] of strangers) {
      const { status, body: answer } = await to(id, { key });
      expect(status).toBe(404);
      expect(answer).toEqual({ error: { code: "not_found", message: "Render not found." } });
    }
  });

  test("answers 429 without saying for how long", async () => {
    sandbox.set({ requestsPerMinute: 0 });
    const { status, body: answer, headers } = await to(readyRender.id);
    expect([status, answer["error"]?.["code"]]).toEqual([429, "rate_limited"]);
    expect(headers.get("Retry-After")).toBeNull();
  });

  test("is not for web pages", async () => {
    const headers = { Origin: "https://blog.test" };
    const answer = await to(readyRender.id, { headers });
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
  });
});

test("takes a project's test key for what was made with it", async () => {
  const key = craftkitTestKey;
  const at = `/${testRender.id}`;
  expect((await callCraftkit(sandbox, "GET", at, { key })).status).toBe(200);
  expect((await callCraftkit(sandbox, "POST", `${at}/shares`, { key, body: {} })).status).toBe(201);
});

test("takes a key as a bearer token only", async () => {
  for (const headers of [
    { Authorization: ada.craftkitKey },
    { Authorization: `Basic ${ada.craftkitKey}` },
    { "X-API-Key": ada.craftkitKey },
  ])
    expect((await send(sandbox, "GET", `/v1/renders/${readyRender.id}`, { headers })).status).toBe(
      401,
    );
});

test("answers 404 for an endpoint that it does not have, and 500 for an accident", async () => {
  const none = await callCraftkit(sandbox, "GET", `/${readyRender.id}/shares/${nobody}`);
  expect([none.status, none.body["error"]?.["code"]]).toEqual([404, "not_found"]);
  const body = { error: { code: "internal", message: "" } };
  sandbox.faults.add({ path: "/v1/renders/", do: { status: 500, body } });
  const broken = await callCraftkit(sandbox, "GET", `/${readyRender.id}`);
  expect([broken.status, broken.body]).toEqual([500, body]);
});
