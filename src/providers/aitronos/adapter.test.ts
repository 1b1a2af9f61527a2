import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  ada,
  adaTracks,
  ben,
  benTrack,
  collections,
  stemTrack,
} from "../../../sandbox/accounts.ts";
import { startSandbox } from "../../../sandbox/sandbox.ts";
import type { Sandbox } from "../../../sandbox/sandbox.ts";
import { createClient } from "../../http/client.ts";
import type { ParsedShareUrl } from "../../model/parsed-share-url.ts";
import { getDefaultTerms } from "../../model/share-terms.ts";
import type { Terms } from "../../model/share-terms.ts";
import type { Connection, ShareRequest } from "../contract/adapter.ts";
import { providerFacts } from "../facts.ts";
import { aitronos } from "./adapter.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.reset());

const as = ({ key, org }: { key: string; org: string }): Connection => ({
  client: createClient({
    origin: sandbox.origin,
    sign: (headers) => headers.set("X-API-Key", key),
  }),
  settings: { organization: org },
});
const terms: Terms = { ...getDefaultTerms(providerFacts.aitronos.terms), expiresInDays: 30 };
const createRequest = (id: string, changes: Partial<Terms> = {}): ShareRequest => ({
  track: id,
  terms: { ...terms, ...changes },
  nonce: "0000000000",
  now: 0,
});
const track = adaTracks[0]?.id ?? "";

async function sharedByAda(changes: Partial<Terms> = {}) {
  const made = await aitronos.share(as(ada), createRequest(stemTrack.id, changes));
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  const link: ParsedShareUrl = {
    provider: "aitronos",
    origin: sandbox.origin,
    token: made.value.url.split("/").at(-1) ?? "",
  };
  return { share: made.value, link };
}

test("check distinguishes a valid key, a wrong one and another's organisation", async () => {
  expect(await aitronos.check(as(ada))).toMatchObject({ ok: true });
  expect(await aitronos.check(as({ ...ada, key: "ak_wrong" }))).toMatchObject({
    failure: { kind: "signed-out", code: "INVALID_API_KEY" },
  });
  expect(await aitronos.check(as({ ...ada, org: ben.org }))).toMatchObject({
    failure: { kind: "not-allowed", code: "ORGANIZATION_ACCESS_DENIED" },
  });
});

test("track reads title and duration", async () => {
  expect(await aitronos.track(as(ada), stemTrack.id)).toEqual({
    ok: true,
    value: {
      provider: "aitronos",
      origin: sandbox.origin,
      id: stemTrack.id,
      title: stemTrack.title,
      duration: stemTrack.durationSeconds,
    },
  });
});

test.each([
  [30, 30],
  [90, 90],
  [1000, 90],
])("share for %i days is granted for %i", async (requested, days) => {
  const { share } = await sharedByAda({ visibility: "public", expiresInDays: requested });
  expect(Math.round(((share.expiresAt ?? 0) - share.createdAt) / 86_400_000)).toBe(days);
  expect(share.visibility).toBe("public");
});

test("share without an expiry never expires", async () => {
  const { share } = await sharedByAda({ visibility: "link-only", expiresInDays: null });
  expect(share.expiresAt).toBeNull();
  expect(sandbox.ledger().shares).toMatchObject([{ id: share.id, expires_at: null }]);
});

test("somebody else's track cannot be shared", async () => {
  expect(await aitronos.share(as(ada), createRequest(benTrack.id))).toMatchObject({
    failure: { kind: "not-yours" },
  });
});

test("a share opens without a key until it is revoked; a track saved from it stays saved", async () => {
  const { share, link } = await sharedByAda();
  const anybody = createClient({
    origin: sandbox.origin,
    sign: () => expect.unreachable("a key was sent"),
  });
  expect(await aitronos.open(anybody, link)).toMatchObject({
    value: { track: { id: stemTrack.id } },
  });
  expect(await aitronos.save(as(ben), { link })).toMatchObject({ value: { source: "shared" } });

  expect(await aitronos.revoke(as(ben), { id: share.id ?? "", track: stemTrack.id })).toMatchObject(
    {
      failure: { kind: "not-yours" },
    },
  );
  expect(await aitronos.revoke(as(ada), { id: share.id ?? "", track: stemTrack.id })).toMatchObject(
    { ok: true },
  );
  expect(await aitronos.revoke(as(ada), { id: share.id ?? "", track: stemTrack.id })).toMatchObject(
    { ok: true },
  );
  expect(await aitronos.open(anybody, link)).toMatchObject({ failure: { kind: "gone" } });
  expect(await aitronos.save(as(ben), { link })).toMatchObject({ failure: { kind: "gone" } });
  expect(await aitronos.library(as(ben), null)).toMatchObject({
    value: { items: [{ id: stemTrack.id }], next: null },
  });
});

test("a collection is shared like a track; Ben cannot share Ada's", async () => {
  const mine = collections[0].id;
  const made = await aitronos.share(as(ada), createRequest(mine));
  expect(made).toMatchObject({ ok: true });
  expect(sandbox.ledger().shares).toMatchObject([{ collection_id: mine, track_id: null }]);
  expect(await aitronos.share(as(ben), createRequest(mine))).toMatchObject({
    failure: { kind: "not-yours" },
  });
});

test("addresses of audio are newly signed at each request, with those of stems", async () => {
  const [first, second] = [
    await aitronos.getAudio(as(ada), stemTrack.id),
    await aitronos.getAudio(as(ada), stemTrack.id),
  ];
  if (!first.ok || !second.ok) throw new Error("no sound");
  expect(first.value.stems.map(({ label }) => label)).toEqual([...stemTrack.stems]);
  const answer = await fetch(first.value.mix ?? "");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "audio/mpeg"]);
  await answer.body?.cancel();
});

test("saving and removing twice has the effect of once", async () => {
  const source = { track };
  const first = await aitronos.save(as(ada), source);
  expect(first).toMatchObject({ ok: true, value: { id: track, source: "own" } });
  expect(await aitronos.save(as(ada), source)).toEqual(first);
  expect(sandbox.ledger().library).toHaveLength(1);
  expect(await aitronos.unsave(as(ada), track)).toMatchObject({ ok: true });
  expect(await aitronos.unsave(as(ada), track)).toMatchObject({ ok: true });
  expect(sandbox.ledger().library).toHaveLength(0);
});

test("an address of another host in the response is not used", async () => {
  const answer = {
    id: "mslink_1",
    token: "shr_1",
    url: "javascript:alert(1)",
    visibility: "link_only",
  };
  const body = JSON.stringify({ ...answer, created_at: "2026-01-01T00:00:00Z" });
  const read = aitronos.readShare(sandbox.origin, createRequest(track), {
    status: 201,
    body,
    complete: true,
  });
  expect(read).toMatchObject({ value: { url: `${sandbox.origin}/v1/music/shared/shr_1` } });
});
