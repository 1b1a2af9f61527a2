import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  ada,
  mixthatBenTrack,
  mixthatPlainToken,
  mixthatStemTrack,
} from "../../../sandbox/accounts.ts";
import { startSandbox } from "../../../sandbox/sandbox.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { createClient } from "../../http/client.ts";
import { createNonce } from "../../model/nonce.ts";
import type { ParsedShareUrl } from "../../model/parsed-share-url.ts";
import type { Terms } from "../../model/share-terms.ts";
import type { Connection, ShareRequest } from "../contract/adapter.ts";
import { mixthat } from "./adapter.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const as = (token = ada.mixthatToken): Connection => ({
  client: createClient({
    origin: sandbox.origin,
    sign: (headers) => headers.set("Authorization", `Bearer ${token}`),
  }),
  settings: {},
});
const anybody = () =>
  createClient({ origin: sandbox.origin, sign: () => expect.unreachable("a key was sent") });
const track = mixthatStemTrack.id;
const shares = "/api/v1/tracks/[^/]+/shares";
const createRequest = (terms: Partial<Terms> = {}, of = track): ShareRequest => ({
  track: of,
  terms: {
    visibility: "link-only",
    expiresInDays: 3,
    name: null,
    permissions: [],
    recipient: null,
    message: null,
    ...terms,
  },
  nonce: createNonce(),
  now: Date.now(),
});

async function shared(request = createRequest(), at = as()) {
  const made = await mixthat.share(at, request);
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  const token = new URL(made.value.url).searchParams.get("auth_token") ?? "";
  const link: ParsedShareUrl = { provider: "mixthat", origin: sandbox.origin, token };
  return { share: made.value, link };
}
const posts = () => sandbox.ledger().requests.filter(({ method }) => method === "POST");

test("share finds the id by the nonce and builds both addresses", async () => {
  const request = createRequest({ name: "Client Demo", permissions: ["mix", "read-source"] });
  const { share, link } = await shared(request);
  const scope = "tracks/read tracks/audio/read tracks/create_mix tracks/audio/read_source";
  const name = `Client Demo · ${request.nonce}`;
  expect(sandbox.ledger().shares).toMatchObject([{ id: share.id, name, scope }]);
  expect(share).toMatchObject({
    url: `${sandbox.origin}/tracks/${track}?auth_token=${link.token}`,
    embedUrl: `${sandbox.origin}/api/v1/tracks/${track}?auth_token=${link.token}`,
    visibility: "link-only",
    createdAt: request.now,
    expiresAt: request.now + 3 * 86_400_000,
  });
});

test.each([
  [null, null],
  [3, 3],
])("without a requested expiry the service grants %j days", async (days, granted) => {
  sandbox.set({ mixthatDefaultDays: days });
  const { share } = await shared(createRequest({ expiresInDays: null }));
  const left = share.expiresAt && Math.round((share.expiresAt - share.createdAt) / 86_400_000);
  expect(left).toBe(granted);
});

test.each<[Partial<Terms>, string]>([
  [{ permissions: ["mix"] }, "allow_mix"],
  [{ permissions: ["read-mixes"] }, "allow_read_mixes"],
  [{ permissions: ["write-mixes"] }, "allow_write_mixes"],
  [{ permissions: ["read-source"] }, "allow_read_source"],
  [{ expiresInDays: 90 }, "expires_at"],
])("%j that the plan lacks is not allowed, with the name of the field", async (terms, code) => {
  expect(await mixthat.share(as(mixthatPlainToken), createRequest(terms))).toEqual({
    ok: false,
    failure: { kind: "not-allowed", code },
  });
  expect(sandbox.ledger().shares).toEqual([]);
  await shared(createRequest({ expiresInDays: 14 }), as(mixthatPlainToken));
});

test.each([
  [400, { message: "Bad Request", errors: [{ property: "body/allow_mix" }] }, "allow_mix"],
  [400, { message: "Advanced share options require extended permissions" }, null],
  [402, { message: "Payment required", code: "E_PLAN" }, "E_PLAN"],
  [403, { message: "Access Denied" }, null],
])("%i %j is not allowed", async (status, body, code) => {
  sandbox.faults.add({ path: shares, do: { status, body } });
  expect(await mixthat.share(as(), createRequest())).toMatchObject({
    failure: { kind: "not-allowed", code },
  });
});

test("other failures keep their usual kinds", async () => {
  const misnamed = { message: "Bad Request", errors: [{ property: "name" }] };
  for (const [status, body, failure] of [
    [400, misnamed, { kind: "refused", status: 400 }],
    [400, "<html>", { kind: "not-allowed", code: null }],
    [429, {}, { kind: "too-many" }],
    [500, {}, { kind: "unknown-outcome" }],
  ] as const) {
    sandbox.faults.add({ path: shares, do: { status, body } });
    expect(await mixthat.share(as(), createRequest())).toMatchObject({ failure });
  }
  expect(await mixthat.share(as("wrong"), createRequest())).toMatchObject({
    failure: { kind: "signed-out" },
  });
  expect(await mixthat.share(as(), createRequest({}, "NoSuch"))).toMatchObject({
    failure: { kind: "not-yours" },
  });
  expect(await mixthat.share(as(), createRequest({}, mixthatBenTrack.id))).toMatchObject({
    failure: { kind: "not-allowed" },
  });
});

test.each([
  { status: 500 },
  { close: true as const },
  { replace: '{"items":[]}' },
  { replace: "<html>" },
])(
  "when listing gives %j, the link is kept without an id and nothing is sent again",
  async (broken) => {
    sandbox.faults.add({ method: "GET", path: shares, do: broken });
    const { share, link } = await shared();
    expect(share.id).toBeNull();
    expect(await mixthat.open(anybody(), link)).toMatchObject({ ok: true });
    expect(posts()).toHaveLength(1);
    expect(sandbox.ledger().shares).toHaveLength(1);
  },
);

test("when the response is lost, the outcome is unknown, and the list shows the link with its nonce", async () => {
  const request = createRequest({ name: "Blog · Post" });
  sandbox.faults.add({ method: "POST", path: shares, when: "after", do: { close: true } });
  expect(await mixthat.share(as(), request)).toMatchObject({
    failure: { kind: "unknown-outcome" },
  });
  expect(posts()).toHaveLength(1);
  const item = { name: "Blog · Post", nonce: request.nonce, url: null, opens: null };
  expect(await mixthat.links(as(), track, null)).toMatchObject({ value: { items: [item] } });
});

test("lists links page by page, and finds an id on a later page", async () => {
  const at = as();
  for (let made = 0; made < 105; made += 1) await shared();
  const { share } = await shared();
  expect(share.id).toMatch(/^tracks:/);
  const first = await mixthat.links(at, track, null);
  if (!first.ok) throw new Error(first.failure.kind);
  const second = await mixthat.links(at, track, first.value.next);
  if (!second.ok) throw new Error(second.failure.kind);
  const ids = [...first.value.items, ...second.value.items].map(({ id }) => id);
  expect([first.value.items.length, ids.length, new Set(ids).size]).toEqual([100, 106, 106]);
  expect(second.value.next).toBeNull();
  const foreign = await mixthat.links(at, mixthatBenTrack.id, null);
  expect(foreign).toMatchObject({ failure: { kind: "not-allowed" } });
});

test("a link opens without a key until it is revoked; revoking it twice succeeds", async () => {
  const { share, link } = await shared();
  const id = share.id ?? "";
  expect(await mixthat.open(anybody(), link)).toMatchObject({
    value: { track: { id: track, title: mixthatStemTrack.label }, message: null },
  });
  const used = { items: [{ id, lastUsedAt: expect.any(Number) }] };
  expect(await mixthat.links(as(), track, null)).toMatchObject({ value: used });

  expect(await mixthat.revoke(as(), { id, track })).toEqual({ ok: true, value: undefined });
  expect(await mixthat.revoke(as(), { id, track })).toEqual({ ok: true, value: undefined });
  expect(await mixthat.open(anybody(), link)).toMatchObject({ failure: { kind: "gone" } });
  expect(await mixthat.links(as(), track, null)).toMatchObject({
    value: { items: [], next: null },
  });
});

test("an expired link is gone; a token without a track id is not sent", async () => {
  const { link } = await shared();
  sandbox.shiftClock(4 * 86_400_000);
  expect(await mixthat.open(anybody(), link)).toMatchObject({ failure: { kind: "gone" } });
  const before = sandbox.ledger().requests.length;
  const failure = { kind: "malformed", where: "token" };
  const strange = { ...link, token: "a.bcdef.g" };
  expect(await mixthat.open(anybody(), strange)).toMatchObject({ failure });
  expect(sandbox.ledger().requests).toHaveLength(before);
});
