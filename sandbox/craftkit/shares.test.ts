// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { failedRender, readyRender, slowRender } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callCraftkit, send, shareCraftkit } from "../test-client.ts";
import type { Json } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const at = `/${readyRender.id}/shares`;
const post = (body?: unknown, id = readyRender.id) =>
  callCraftkit(sandbox, "POST", `/${id}/shares`, { body });
const list = async () => {
  const { status, body } = await callCraftkit(sandbox, "GET", at);
  expect(status).toBe(200);
  return body["shares"] as unknown as Json[];
};
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** The status and the code of an attempt to share a render. */
const code = async (id: string) => {
  const { status, body } = await post({}, id);
  return [status, body["error"]?.["code"]];
};

describe("create", () => {
  test("answers 201 with every field", async () => {
    const { status, body } = await post({});
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      shareToken: expect.stringMatching(/^cks_[\w-]{24}$/),
      shareUrl: `${sandbox.origin}/share/${String(body["shareToken"])}`,
      channel: "link",
      recipientEmail: null,
      message: null,
      expiresAt: null,
      revokedAt: null,
      createdAt: time,
    });
  });

  test("keeps what it was given, the milliseconds of the end too", async () => {
    const terms = {
      channel: "email",
      recipientEmail: "mum@example.org",
      message: "x".repeat(2000),
      expiresAt: "2099-01-01T01:00:00.123+01:00",
    };
    const { status, body } = await post({ ...terms, unknown: 1 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...terms, expiresAt: "2099-01-01T00:00:00.123Z" });
    expect(sandbox.ledger().shares).toMatchObject([
      { provider: "craftkit", channel: "email", recipient: "mum@example.org", opens: 0 },
    ]);
  });

  test("leads to a share domain of the project's own", async () => {
    sandbox.set({ craftkitShareOrigin: `http://localhost:${sandbox.port}` });
    const { url } = await shareCraftkit(sandbox);
    expect(url).toMatch(`http://localhost:${sandbox.port}/share/cks_`);
    expect((await fetch(url)).status).toBe(200);
  });

  test("makes a new link each time, whatever key comes along", async () => {
    const rest = { body: {}, headers: { "Idempotency-Key": "one" } };
    for (let i = 0; i < 2; i++) await callCraftkit(sandbox, "POST", at, rest);
    expect(sandbox.ledger().shares).toHaveLength(2);
  });

  test.each([undefined, "", "{", "channel=link"])("answers %j with invalid_json", async (body) => {
    const answer = await post(body);
    expect([answer.status, answer.body["error"]?.["code"]]).toEqual([400, "invalid_json"]);
  });

  test.each([
    [{ channel: "sms" }, "channel"],
    [{ channel: null }, "channel"],
    [{ channel: "email" }, "recipientEmail"],
    [{ channel: "email", recipientEmail: "mum" }, "recipientEmail"],
    [{ recipientEmail: "a b@c.d" }, "recipientEmail"],
    [{ message: "x".repeat(2001) }, "message"],
    [{ message: 5 }, "message"],
    [{ expiresAt: "tomorrow" }, "expiresAt"],
    [{ expiresAt: "2099-01-01" }, "expiresAt"],
    [{ expiresAt: null }, "expiresAt"],
    [{ expiresAt: "2020-01-01T00:00:00Z" }, "expiresAt"],
  ])("answers %j with invalid_request and commits nothing", async (body, field) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.body["error"]).toEqual({
      code: "invalid_request",
      message: expect.any(String),
      issues: { formErrors: [], fieldErrors: { [field]: [expect.any(String)] } },
    });
    expect(sandbox.ledger().shares).toEqual([]);
  });

  test("answers what is no object with a form error", async () => {
    const { status, body } = await post([]);
    expect(status).toBe(400);
    expect(body["error"]?.["issues"]).toEqual({ formErrors: ["Expected object"], fieldErrors: {} });
  });

  test("answers 409 until the render has succeeded", async () => {
    expect(await code(failedRender.id)).toEqual([409, "not_ready"]);
    expect(await code(slowRender.id)).toEqual([409, "not_ready"]);
    await callCraftkit(sandbox, "GET", `/${slowRender.id}`);
    expect(await code(slowRender.id)).toEqual([409, "not_ready"]);
    await callCraftkit(sandbox, "GET", `/${slowRender.id}`);
    expect(await code(slowRender.id)).toEqual([201, undefined]);
  });
});

describe("list", () => {
  test("gives the newest first, revoked ones too, each with its address and its clicks", async () => {
    expect(await list()).toEqual([]);
    const [one, two] = [await shareCraftkit(sandbox), await shareCraftkit(sandbox)];
    await fetch(one.url);
    await fetch(one.url);
    await callCraftkit(sandbox, "DELETE", `${at}/${one.id}`);
    const plain = { revokedReason: null, clickCount: 0 };
    const ended = { revokedAt: time, revokedReason: "revoked_by_partner", clickCount: 2 };
    expect(await list()).toEqual([
      { ...two.body, ...plain },
      { ...one.body, ...ended },
    ]);
  });
});

describe("revoke", () => {
  test("ends the link at once; again is a 404", async () => {
    const { id, url } = await shareCraftkit(sandbox);
    expect((await fetch(url)).status).toBe(200);
    const revoke = () => callCraftkit(sandbox, "DELETE", `${at}/${id}`);
    const { status, body } = await revoke();
    expect([status, body]).toEqual([200, { id, revokedAt: time }]);
    expect((await fetch(url)).status).toBe(404);
    const again = await revoke();
    expect([again.status, again.body["error"]?.["code"]]).toEqual([404, "not_found"]);
  });

  test("does not know a share by another render or by its token", async () => {
    const { id, token } = await shareCraftkit(sandbox);
    for (const path of [`/${slowRender.id}/shares/${id}`, `${at}/${token}`])
      expect((await callCraftkit(sandbox, "DELETE", path)).status).toBe(404);
    expect(sandbox.ledger().shares[0]?.revoked_at).toBeNull();
  });
});

describe("the public page", () => {
  test("shows the document and counts each opening, but no HEAD", async () => {
    const { url, token } = await shareCraftkit(sandbox, { message: "For <you>" });
    const { status, text, headers } = await send(sandbox, "GET", `/share/${token}`);
    expect([status, headers.get("Content-Type")]).toEqual([200, "text/html; charset=UTF-8"]);
    expect(text).toContain(`<h1>${readyRender.title}</h1>`);
    expect(text).toContain("For &lt;you&gt;");
    await fetch(url, { method: "HEAD" });
    expect((await list())[0]?.["clickCount"]).toBe(1);
    expect(sandbox.ledger().shares[0]?.opens).toBe(1);
  });

  test("is a 404 after the end and for no share", async () => {
    const end = new Date(Date.now() + 60_000).toISOString();
    const { token } = await shareCraftkit(sandbox, { expiresAt: end });
    sandbox.shiftClock(61_000);
    for (const one of [token, "cks_nonsense"])
      expect((await send(sandbox, "GET", `/share/${one}`)).status).toBe(404);
    expect((await list())[0]).toMatchObject({ clickCount: 0, revokedReason: null });
  });
});
