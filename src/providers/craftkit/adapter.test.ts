import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  ada,
  ben,
  benRender,
  craftkitAccountKey,
  craftkitTestKey,
  failedRender,
  readyRender,
  slowRender,
} from "../../../sandbox/accounts.ts";
import { startSandbox } from "../../../sandbox/sandbox.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { createClient } from "../../http/client.ts";
import type { Terms } from "../../model/share-terms.ts";
import type { Connection, ShareRequest } from "../contract/adapter.ts";
import { craftkit } from "./adapter.ts";
import { expiryFor, markOf } from "./expiry-mark.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const as = (key: string): Connection => ({
  client: createClient({
    origin: sandbox.origin,
    sign: (headers) => headers.set("Authorization", `Bearer ${key}`),
  }),
  settings: {},
});
const createRequest = (changes: Partial<Terms> = {}, track = readyRender.id): ShareRequest => ({
  track,
  terms: {
    visibility: "link-only",
    expiresInDays: 30,
    name: null,
    permissions: [],
    recipient: null,
    message: null,
    ...changes,
  },
  nonce: "7ZQ4M2K9TB",
  now: Date.now(),
});

async function shared(changes?: Partial<Terms>) {
  const made = await craftkit.share(as(ada.craftkitKey), createRequest(changes));
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  return made.value;
}

async function listed() {
  const page = await craftkit.links(as(ada.craftkitKey), readyRender.id);
  if (!page.ok) throw new Error(JSON.stringify(page.failure));
  return page.value;
}

test("check distinguishes valid keys, wrong ones and those of an account, and creates nothing", async () => {
  const before = sandbox.ledger();
  expect(await craftkit.check(as(ada.craftkitKey))).toEqual({ ok: true, value: undefined });
  expect(await craftkit.check(as(craftkitTestKey))).toMatchObject({ ok: true });
  for (const wrong of ["ck_live_wrong", craftkitAccountKey]) {
    expect(await craftkit.check(as(wrong))).toMatchObject({
      failure: { kind: "signed-out", code: "unauthorized" },
    });
  }
  expect(sandbox.ledger().shares).toEqual(before.shares);
});

test("reads the flat form of an error, too", async () => {
  sandbox.set({ craftkitFlatErrors: true });
  expect(await craftkit.check(as("ck_live_wrong"))).toMatchObject({
    failure: { kind: "signed-out", code: "invalid_credentials" },
  });
});

test("a document has neither title nor duration", async () => {
  expect(await craftkit.track(as(ada.craftkitKey), readyRender.id)).toEqual({
    ok: true,
    value: {
      provider: "craftkit",
      origin: sandbox.origin,
      id: readyRender.id,
      title: null,
      duration: null,
    },
  });
  expect(await craftkit.track(as(ada.craftkitKey), benRender.id)).toMatchObject({
    failure: { kind: "not-yours" },
  });
});

test("readiness follows the rendering, and sharing is refused until it is done", async () => {
  const at = as(ada.craftkitKey);
  const waiting = { ok: true, value: "waiting" };
  const early = await craftkit.share(at, createRequest({}, slowRender.id));
  expect(early).toMatchObject({ failure: { kind: "not-ready" } });
  expect(sandbox.ledger().shares).toEqual([]);
  expect(await craftkit.readiness(at, slowRender.id)).toEqual(waiting); // queued
  expect(await craftkit.readiness(at, slowRender.id)).toEqual(waiting); // rendering
  expect(await craftkit.readiness(at, slowRender.id)).toEqual({ ok: true, value: "ready" });
  expect(await craftkit.share(at, createRequest({}, slowRender.id))).toMatchObject({ ok: true });
  expect(await craftkit.readiness(at, failedRender.id)).toEqual({ ok: true, value: "failed" });
  expect(await craftkit.share(at, createRequest({}, failedRender.id))).toMatchObject({
    failure: { kind: "not-ready" },
  });
});

test("share creates a link whose expiry contains the mark", async () => {
  const request = createRequest({ message: "For Sunday" });
  const made = await craftkit.share(as(ada.craftkitKey), request);
  expect(made).toMatchObject({
    value: { visibility: "link-only", embedUrl: null, expiresAt: expiryFor(request) },
  });
  const { items, next } = await listed();
  expect(next).toBeNull();
  expect(items).toMatchObject([
    { ...(made.ok && { id: made.value.id, url: made.value.url }), nonce: markOf(request.nonce) },
  ]);
  expect(items[0]).toMatchObject({ name: null, revokedAt: null, opens: 0 });
});

test("share without an expiry has no mark", async () => {
  expect((await shared({ expiresInDays: null })).expiresAt).toBeNull();
  expect((await listed()).items).toMatchObject([{ nonce: null, expiresAt: null }]);
  expect(sandbox.ledger().shares).toMatchObject([{ channel: "link", recipient: null }]);
});

test.each([
  ["ada@example.org", { ok: true }],
  ["a.b+c@mail.example.co.uk", { ok: true }],
  ["ada", { failure: { kind: "refused", status: 400 } }],
  ["ada@localhost", { failure: { kind: "refused", status: 400 } }],
  ["ada@example.org\r\nBcc: x@y.example", { failure: { kind: "refused", status: 400 } }],
  [`a@${"x.".repeat(130)}example`, { failure: { kind: "refused", status: 400 } }],
])("share for the recipient %j", async (recipient, result) => {
  const made = await craftkit.share(
    as(ada.craftkitKey),
    createRequest({ recipient, message: "Hello" }),
  );
  expect(made).toMatchObject(result);
  expect(sandbox.ledger().shares).toMatchObject(made.ok ? [{ channel: "email", recipient }] : []);
});

test("a message that is too long is refused without a request", async () => {
  const long = await craftkit.share(
    as(ada.craftkitKey),
    createRequest({ message: "x".repeat(2001) }),
  );
  expect(long).toMatchObject({ failure: { kind: "refused", status: 400 } });
  expect(sandbox.ledger().requests).toEqual([]);
  await shared({ message: "x".repeat(2000) });
});

test("another project's render and a wrong key are refused", async () => {
  const foreign = await craftkit.share(as(ada.craftkitKey), createRequest({}, benRender.id));
  expect(foreign).toMatchObject({ failure: { kind: "not-yours" } });
  expect(await craftkit.share(as("ck_live_wrong"), createRequest())).toMatchObject({
    failure: { kind: "signed-out" },
  });
  expect(await craftkit.links(as(ben.craftkitKey), readyRender.id)).toMatchObject({
    failure: { kind: "not-yours" },
  });
});

test("an address with a custom share domain is kept as it is", async () => {
  sandbox.set({ craftkitShareOrigin: "https://papers.example.org" });
  const { url } = await shared();
  expect(url).toMatch(/^https:\/\/papers\.example\.org\/share\/cks_/);
  expect((await listed()).items).toMatchObject([{ url }]);
});

test("the list has the number of opens and revoked links, newest first; revoking twice succeeds", async () => {
  const first = await shared();
  const second = await shared();
  await fetch(first.url);
  const share = { id: first.id ?? "", track: readyRender.id };
  expect(await craftkit.revoke(as(ada.craftkitKey), share)).toEqual({ ok: true, value: undefined });
  expect(await craftkit.revoke(as(ada.craftkitKey), share)).toEqual({ ok: true, value: undefined });
  expect(await craftkit.revoke(as("ck_live_wrong"), share)).toMatchObject({
    failure: { kind: "signed-out" },
  });
  expect((await fetch(first.url)).status).toBe(404);
  expect((await listed()).items).toMatchObject([
    { id: second.id, revokedAt: null, opens: 0 },
    { id: first.id, revokedAt: expect.any(Number), opens: 1 },
  ]);
});
