import "fake-indexeddb/auto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ada, mixthatStemTrack, readyRender, slowRender } from "../../test/sandbox/accounts.ts";
import { type Sandbox, startSandbox } from "../../test/sandbox/sandbox.ts";
import type { Account } from "../model/account.ts";
import { buildSettings } from "../model/build-settings.ts";
import { providerFacts } from "../model/provider-facts.ts";
import type { ProviderId } from "../model/provider-id.ts";
import { permissions, type Terms, usualTerms } from "../model/share.ts";
import { putAccount } from "../store/accounts.ts";
import { attemptsIn } from "../store/attempts.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { linksBefore } from "../store/links.ts";
import { thisDevice } from "./accounts.ts";
import { save, unsave } from "./library.ts";
import { listLinks, revokeLink } from "./links.ts";
import { shareOnce } from "./share-track.ts";
import { finishWaiting } from "./waiting.ts";

let sandbox: Sandbox;
let db: Database;
beforeAll(async () => {
  sandbox = await startSandbox();
  (buildSettings.origins as string[]).push(sandbox.origin);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.reset();
  fakeBrowser.reset();
  fakeBrowser.permissions.contains = async () => true;
  db = await openDatabase(crypto.randomUUID());
});

async function account(provider: ProviderId, key: string): Promise<Account> {
  const { origin } = sandbox;
  const made = { id: provider, provider, origin, label: provider, settings: {}, addedAt: 1 };
  await putAccount(db, made, key);
  return made;
}
const at = (provider: ProviderId, id: string) =>
  ({ provider, origin: sandbox.origin, id, title: null, duration: null }) as const;
const share = (who: Account, id: string, asked: Partial<Terms> = {}) =>
  shareOnce(db, who, {
    intent: crypto.randomUUID(),
    track: at(who.provider, id),
    terms: { ...usualTerms(providerFacts[who.provider].terms), ...asked },
  });
const posts = () => sandbox.ledger().requests.filter(({ method }) => method === "POST").length;

test("Mix That: the id that creating does not answer is learnt, and the link can be revoked", async () => {
  const who = await account("mixthat", ada.mixthatToken);
  const made = await share(who, mixthatStemTrack.id, { name: "For Ben", permissions: ["mix"] });
  if (!made.ok) throw new Error(made.failure.kind);
  expect(made.value.id).not.toBeNull();
  expect(await listLinks(db, who, made.value.track)).toMatchObject({
    value: [{ id: made.value.id, name: "For Ben", nonce: made.value.nonce }],
  });
  expect(await revokeLink(db, who, made.value)).toMatchObject({ ok: true });
  expect(await listLinks(db, who, made.value.track)).toEqual({ ok: true, value: [] });
});

test.each(permissions)(
  "Mix That: the list says that a link with %s has it, and no other",
  async (each) => {
    const who = await account("mixthat", ada.mixthatToken);
    await share(who, mixthatStemTrack.id, { permissions: [each] });
    expect(await listLinks(db, who, at("mixthat", mixthatStemTrack.id))).toMatchObject({
      value: [{ permissions: [each] }],
    });
  },
);

test("Mix That: with the list failing the link is kept all the same, and its id learnt at revoking", async () => {
  const who = await account("mixthat", ada.mixthatToken);
  sandbox.faults.add({ method: "GET", path: "/shares", times: 5, do: { status: 500 } });
  const made = await share(who, mixthatStemTrack.id);
  expect(made).toMatchObject({ ok: true, value: { id: null } });
  sandbox.faults.clear();
  expect(posts()).toBe(1);
  const link = (await linksBefore(db, null)).items[0];
  expect(link?.url).toContain("auth_token=");
  expect(link && (await revokeLink(db, who, link))).toMatchObject({ ok: true });
  expect(posts()).toBe(1);
});

test("CraftKit: a link that is asked for too early waits and is made by itself, once", async () => {
  const who = await account("craftkit", ada.craftkitKey);
  sandbox.set({ craftkitRenderPolls: 6 });
  const early = await share(who, slowRender.id);
  expect(early).toMatchObject({ failure: { kind: "not-ready" } });
  expect(posts()).toBe(0);
  for (let turn = 0; turn < 8; turn++) await finishWaiting(db);
  expect(await linksBefore(db, null)).toMatchObject({ items: [{ account: "craftkit" }] });
  expect(posts()).toBe(1);
  expect(await attemptsIn(db, "waiting")).toEqual([]);
});

test("CraftKit: waiting outlives a moment without network, and its end is told", async () => {
  const who = await account("craftkit", ada.craftkitKey);
  sandbox.set({ craftkitRenderPolls: 1000 });
  await share(who, slowRender.id);
  sandbox.faults.add({ path: "/v1/renders", times: 1, do: { close: true } });
  await finishWaiting(db);
  expect(await attemptsIn(db, "waiting")).toHaveLength(1);
  await putAccount(db, who, "ck_live_wrong");
  await finishWaiting(db);
  expect(await attemptsIn(db, "failed")).toMatchObject([{ failure: { kind: "signed-out" } }]);
  expect(posts()).toBe(0);
});

test("CraftKit: clicks and links that were revoked elsewhere come from its list", async () => {
  const who = await account("craftkit", ada.craftkitKey);
  const made = await share(who, readyRender.id);
  if (!made.ok) throw new Error(made.failure.kind);
  await fetch(made.value.url);
  const path = `${sandbox.origin}/v1/renders/${readyRender.id}/shares/${made.value.id}`;
  await fetch(path, { method: "DELETE", headers: { Authorization: `Bearer ${ada.craftkitKey}` } });
  const listed = await listLinks(db, who, made.value.track);
  expect(listed).toMatchObject({ value: [{ id: made.value.id, opens: 1 }] });
  expect((await linksBefore(db, null)).items[0]?.revokedAt).toBeTypeOf("number");
});

test("a page of the web is shared by its address and saved here; nothing is sent anywhere", async () => {
  const address = "https://music.example/song?id=1";
  const track = { ...at("web", address), origin: "https://music.example", title: "Song" };
  const made = await shareOnce(db, thisDevice, {
    intent: "i",
    track,
    terms: usualTerms(providerFacts.web.terms),
  });
  expect(made).toMatchObject({ ok: true, value: { url: address, expiresAt: null } });
  expect(await save(db, thisDevice, track)).toMatchObject({ ok: true, value: { title: "Song" } });
  expect(await unsave(db, thisDevice, address)).toMatchObject({ ok: true });
  expect(await db.count("entries")).toBe(0);
  expect(sandbox.ledger().requests).toEqual([]);
});
