// @vitest-environment node
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { craftkitRenders, failedRender, readyRender, slowRender } from "../accounts.ts";
import { startSandbox } from "../sandbox.ts";
import type { Sandbox } from "../sandbox.ts";
import { callCraftkit, send, shareCraftkit } from "../test-client.ts";
import type { Json } from "../test-client.ts";

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(() => sandbox.stop());

const get = (id: string) => callCraftkit(sandbox, "GET", `/${id}`);
const statuses = async (count: number) => {
  const seen = [];
  for (let i = 0; i < count; i++) seen.push((await get(slowRender.id)).body["status"]);
  return seen;
};
const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

test("has ids of version 7", () => {
  for (const { id } of craftkitRenders)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

describe("get a render", () => {
  test("gives every field of one that succeeded, with a file to download", async () => {
    const { status, body } = await get(readyRender.id);
    const { id } = readyRender;
    expect(status).toBe(200);
    expect(body).toEqual({
      id,
      status: "succeeded",
      pollUrl: `${sandbox.origin}/v1/renders/${id}`,
      downloadUrl: `${sandbox.origin}/renders/${id}.pdf`,
      errorMessage: null,
      createdAt: time,
      completedAt: time,
      durationMs: 1840,
    });
    const paper = await fetch(String(body["downloadUrl"]));
    expect(paper.headers.get("Content-Type")).toBe("application/pdf");
    expect(await paper.text()).toMatch(/^%PDF-1\.4[^]*Lantern Room[^]*%%EOF\n$/);
  });

  test("says why another failed", async () => {
    expect((await get(failedRender.id)).body).toMatchObject({
      status: "failed",
      downloadUrl: null,
      errorMessage: expect.any(String),
      completedAt: time,
    });
  });

  test("goes from queued to succeeded with the questions", async () => {
    expect(await statuses(4)).toEqual(["queued", "rendering", "succeeded", "succeeded"]);
    const { body } = await get(slowRender.id);
    expect(body["completedAt"]).toEqual(time);
    expect(Number(body["durationMs"])).toBeLessThan(60_000);
    sandbox.reset();
    sandbox.set({ craftkitRenderPolls: 4 });
    expect((await statuses(5)).slice(2)).toEqual(["rendering", "rendering", "succeeded"]);
  });

  test("goes by the clock as well", async () => {
    sandbox.set({ craftkitRenderMs: 30_000 });
    expect(await statuses(4)).toEqual(["queued", "rendering", "rendering", "rendering"]);
    sandbox.shiftClock(31_000);
    expect(await statuses(1)).toEqual(["succeeded"]);
    expect((await shareCraftkit(sandbox, {}, slowRender.id)).url).toContain("/share/");
  });

  test("is ready at once when a test wants it", async () => {
    sandbox.set({ craftkitRenderPolls: 1 });
    expect(await statuses(2)).toEqual(["queued", "succeeded"]);
  });
});

const mail = (body: unknown, id = readyRender.id) =>
  callCraftkit(sandbox, "POST", `/${id}/email`, { body });

describe("e-mail", () => {
  const to = "mum@example.org";

  test("makes a share and answers 201", async () => {
    const { status, body } = await mail({ to, recipientName: "Mum", message: "Hi" });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      shareToken: expect.stringMatching(/^cks_/),
      shareUrl: `${sandbox.origin}/share/${String(body["shareToken"])}`,
      emailMessageId: expect.any(String),
      sentAt: time,
    });
    expect(sandbox.ledger().shares).toMatchObject([{ channel: "email", recipient: to }]);
  });

  test.each([
    [{}, "to"],
    [{ to: "mum" }, "to"],
    [{ to, recipientName: "x".repeat(201) }, "recipientName"],
    [{ to, message: "x".repeat(2001) }, "message"],
    [{ to, expiresAt: "2020-01-01T00:00:00Z" }, "expiresAt"],
  ])("refuses %j", async (body, field) => {
    const answer = await mail(body);
    expect([answer.status, answer.body["error"]?.["code"]]).toEqual([400, "invalid_request"]);
    const fields = answer.body["error"]?.["issues"]?.["fieldErrors"];
    expect(Object.keys(fields ?? {})).toEqual([field]);
  });

  test("refuses what is no JSON, and a render that is not ready", async () => {
    expect((await mail("{")).body["error"]?.["code"]).toBe("invalid_json");
    expect((await mail({ to }, slowRender.id)).status).toBe(409);
    expect(sandbox.ledger().shares).toEqual([]);
  });

  test.each([
    [502, "email_send_failed"],
    [503, "email_not_configured"],
  ])("answers %i %s by a fault", async (status, code) => {
    const body = { error: { code, message: "" } };
    sandbox.faults.add({ path: "/email$", when: "after", do: { status, body } });
    const answer = await mail({ to });
    expect([answer.status, answer.body]).toEqual([status, body]);
    expect(sandbox.ledger().shares).toHaveLength(1);
  });
});

test("counts what happened to a render", async () => {
  const { id, url } = await shareCraftkit(sandbox);
  await fetch(url);
  await callCraftkit(sandbox, "POST", `/${readyRender.id}/email`, { body: { to: "a@b.co" } });
  await callCraftkit(sandbox, "DELETE", `/${readyRender.id}/shares/${id}`);
  const { status, body } = await callCraftkit(sandbox, "GET", `/${readyRender.id}/engagement`);
  expect(status).toBe(200);
  const none = { downloaded: 0, printed: 0, email_opened: 0 };
  const counts = { viewed: 1, email_sent: 1, share_created: 2, share_revoked: 1, ...none };
  expect(body).toMatchObject({ counts, linkOpens: 1, total: 5 });
  const recent = body["recent"] as unknown as Json[];
  expect(recent[0]).toEqual({ eventType: "share_revoked", shareId: id, createdAt: time });
  for (let i = 0; i < 30; i++) await shareCraftkit(sandbox);
  const { body: later } = await callCraftkit(sandbox, "GET", `/${readyRender.id}/engagement`);
  expect(later["recent"]).toHaveLength(25);
});

test("has a page of its own for each render, and the start page leads there", async () => {
  const start = await send(sandbox, "GET", "/");
  for (const { id } of [readyRender, slowRender]) expect(start.text).toContain(`/renders/${id}`);
  for (const { id, title } of craftkitRenders) {
    const { status, text } = await send(sandbox, "GET", `/renders/${id}`);
    expect(status).toBe(200);
    expect(text).toContain(`<h1>${title}</h1>`);
  }
  expect((await send(sandbox, "GET", `/renders/${slowRender.id}.pdf`)).status).toBe(404);
  expect((await send(sandbox, "GET", "/renders/none")).status).toBe(404);
});
