import "fake-indexeddb/auto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ada, benTrack, stemTrack } from "../../test/sandbox/accounts.ts";
import { type Sandbox, startSandbox } from "../../test/sandbox/sandbox.ts";
import type { Account } from "../model/account.ts";
import { buildSettings } from "../model/build-settings.ts";
import { providerFacts } from "../model/provider-facts.ts";
import { usualTerms } from "../model/share.ts";
import { putAccount } from "../store/accounts.ts";
import { attemptsIn, putAttempt } from "../store/attempts.ts";
import { type Database, openDatabase } from "../store/database.ts";
import { linksBefore } from "../store/links.ts";
import { recover } from "./recover.ts";
import { shareOnce, shareTrack, type Wish } from "./share-track.ts";

let sandbox: Sandbox;
let db: Database;
let account: Account;
beforeAll(async () => {
  sandbox = await startSandbox();
  (buildSettings.origins as string[]).push(sandbox.origin);
});
afterAll(() => sandbox.stop());
beforeEach(async () => {
  sandbox.reset();
  fakeBrowser.permissions.contains = async () => true;
  db = await openDatabase(crypto.randomUUID());
  account = {
    id: "ada",
    provider: "aitronos",
    origin: sandbox.origin,
    label: "Ada",
    settings: { organization: ada.org },
    addedAt: 1,
  };
  await putAccount(db, account, ada.key);
});

const wish = (id = stemTrack.id): Wish => ({
  intent: crypto.randomUUID(),
  track: { provider: "aitronos", origin: sandbox.origin, id, title: null, duration: null },
  terms: usualTerms(providerFacts.aitronos.terms),
});
const links = async () => (await linksBefore(db, null)).items;
const posts = () => sandbox.ledger().requests.filter(({ method }) => method === "POST").length;

test("a share is one link in the ledgers of both sides", async () => {
  const made = await shareTrack(db, account, wish());
  expect(made).toMatchObject({ ok: true, value: { track: { title: stemTrack.title } } });
  expect(await links()).toHaveLength(1);
  expect(sandbox.ledger().shares).toMatchObject([{ id: (await links())[0]?.id, revoked_at: null }]);
});

test("two clicks at once are one link; the same click asked again, too", async () => {
  const one = wish();
  const [a, b] = await Promise.all([shareOnce(db, account, one), shareOnce(db, account, wish())]);
  expect(a).toEqual(b);
  expect(await shareOnce(db, account, one)).toEqual(a);
  expect(posts()).toBe(1);
});

test("when the attempt cannot be written, nothing is sent", async () => {
  db.close();
  await expect(shareTrack(db, account, wish())).rejects.toThrow();
  expect(sandbox.ledger().requests).toEqual([]);
});

test.each([
  ["somebody else's track", () => wish(benTrack.id), "not-yours"],
  ["no account any more", () => wish(), "signed-out"],
])("%s: nothing is made and nothing is left over", async (name, asked, kind) => {
  if (name.startsWith("no account")) await putAccount(db, account, "ak_wrong");
  expect(await shareTrack(db, account, asked())).toMatchObject({ failure: { kind } });
  expect(posts()).toBe(0);
  expect(await db.count("attempts")).toBe(0);
});

test("permission taken back: said so, and no request", async () => {
  fakeBrowser.permissions.contains = async () => false;
  expect(await shareTrack(db, account, wish())).toMatchObject({
    failure: { kind: "no-permission" },
  });
  expect(sandbox.ledger().requests).toEqual([]);
});

test.each([
  ["close", { close: true }],
  ["status 500", { status: 500 }],
  ["half an answer", { truncate: 40 }],
] as const)("committed, then %s: unknown, kept, never sent again", async (_name, act) => {
  sandbox.faults.add({ method: "POST", path: "/v1/music", when: "after", do: act });
  const asked = wish();
  expect(await shareTrack(db, account, asked)).toMatchObject({
    failure: { kind: "unknown-outcome" },
  });
  expect(sandbox.ledger().shares).toHaveLength(1);
  expect(await attemptsIn(db, "unknown")).toMatchObject([{ key: asked.intent }]);
  expect(await shareTrack(db, account, asked)).toMatchObject({
    failure: { kind: "unknown-outcome" },
  });
  await recover(db);
  expect(posts()).toBe(1);
});

test("an answer that nobody can read is kept as it came", async () => {
  sandbox.faults.add({
    method: "POST",
    path: "/v1/music",
    when: "after",
    do: { replace: "<html>" },
  });
  expect(await shareTrack(db, account, wish())).toMatchObject({ failure: { kind: "malformed" } });
  await recover(db);
  expect(await attemptsIn(db, "answered")).toMatchObject([{ raw: { body: "<html>" } }]);
});

test("a background that died after the answer came makes the link from what it wrote down", async () => {
  const asked = wish();
  const saved = vi.spyOn(IDBObjectStore.prototype, "put");
  await shareTrack(db, account, asked);
  const written = saved.mock.calls.map(([value]) => value as { state?: string; raw?: unknown });
  saved.mockRestore();
  expect(written.flatMap(({ state }) => state ?? [])).toEqual([
    "queued",
    "sending",
    "answered",
    "done",
  ]);
  const answered = written.find(({ state }) => state === "answered");

  const after = await openDatabase(crypto.randomUUID());
  await putAccount(after, account, ada.key);
  await putAttempt(after, answered as never);
  await recover(after);
  expect((await linksBefore(after, null)).items).toEqual(await links());
  expect(posts()).toBe(1);
});

test("a background that died while sending says unknown, and before that nothing", async () => {
  const { track, terms: asked } = wish();
  const dead = { account: "ada", track, asked, createdAt: 1, raw: null, nonce: "0", failure: null };
  await putAttempt(db, { ...dead, key: "1", state: "queued" });
  await putAttempt(db, { ...dead, key: "2", state: "sending" });
  await recover(db);
  expect(await db.getAll("attempts")).toMatchObject([{ key: "2", state: "unknown" }]);
  expect(sandbox.ledger().requests).toEqual([]);
});
