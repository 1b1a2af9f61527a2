import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { benTrack, stemTrack } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { putAccount } from "../../store/accounts.ts";
import { getAttemptsInState, putAttempt } from "../../store/attempts.ts";
import { openDatabase } from "../../store/database/open-database.ts";
import { createDeviceAccount } from "../accounts/accounts.ts";
import { recover } from "./recover.ts";
import { shareTrack } from "./share-track.ts";

const kit = useBackground();
const unknown = { ok: false, failure: { kind: "unknown-outcome" } };

test("a share is one link in the ledgers of both sides", async () => {
  const account = await kit.account("aitronos");
  const made = await shareTrack(kit.db, account, kit.shareIntent("aitronos"));
  expect(made).toMatchObject({ ok: true, value: { track: { title: stemTrack.title } } });
  const links = await kit.links();
  expect(made).toEqual({ ok: true, value: links[0] });
  expect(kit.shares()).toMatchObject([{ id: links[0]?.id, revoked_at: null }]);
  expect(await kit.attempts()).toMatchObject([
    { key: links[0]?.key, state: "done", raw: null, reserve: null, dueAt: null, spent: [] },
  ]);
});

test("two clicks at once are one link; the same click asked again, too", async () => {
  const account = await kit.account("aitronos");
  const one = kit.shareIntent("aitronos");
  const both = [one, kit.shareIntent("aitronos")].map((wish) => shareTrack(kit.db, account, wish));
  const [a, b] = await Promise.all(both);
  expect(a).toMatchObject({ ok: true });
  expect(b).toEqual(a);
  expect(await shareTrack(kit.db, account, one)).toEqual(a);
  expect(kit.posts()).toBe(1);
});

test("other terms at the same moment are another wish", async () => {
  const account = await kit.account("aitronos");
  const wishes = [kit.shareIntent("aitronos"), kit.shareIntent("aitronos", { expiresInDays: 7 })];
  await Promise.all(wishes.map((wish) => shareTrack(kit.db, account, wish)));
  expect(kit.shares()).toHaveLength(2);
});

test("two windows, each with its own connection to the database: one link", async () => {
  const account = await kit.account("aitronos");
  const other = await openDatabase("earmark");
  kit.copyDiffers = true; // only the background's own connection writes the copy
  const [a, b] = await Promise.all(
    [kit.db, other].map((db) => shareTrack(db, account, kit.shareIntent("aitronos"))),
  );
  expect(b).toEqual(a);
  expect(kit.posts()).toBe(1);
});

test("two backgrounds at once: the second sees what the first has begun, and sends nothing", async () => {
  const account = await kit.account("aitronos");
  const wish = kit.shareIntent("aitronos");
  vi.resetModules(); // another map of turns
  const { shareTrack: elsewhere } = await import("./share-track.ts");
  const [a, b] = await Promise.all([
    shareTrack(kit.db, account, wish),
    elsewhere(kit.db, account, kit.shareIntent("aitronos")),
  ]);
  expect([a.ok, b.ok].filter(Boolean)).toHaveLength(1);
  expect([a, b]).toContainEqual(unknown);
  expect(kit.posts()).toBe(1);
  expect(await kit.links()).toHaveLength(1);
});

test("when the attempt cannot be written, nothing is sent", async () => {
  const account = await kit.account("aitronos");
  kit.db.close();
  await expect(shareTrack(kit.db, account, kit.shareIntent("aitronos"))).rejects.toThrow(
    "nothing was written",
  );
  expect(kit.sent).toEqual([]);
});

test.each([
  ["somebody else's track", benTrack.id, "not-yours"],
  ["no account any more", stemTrack.id, "signed-out"],
])("%s: nothing is made and nothing is left over", async (name, id, kind) => {
  const account = await kit.account("aitronos");
  if (name.startsWith("no account")) await putAccount(kit.db, account, "ak_wrong");
  const asked = kit.shareIntent("aitronos", {}, id);
  expect(await shareTrack(kit.db, account, asked)).toMatchObject({ failure: { kind } });
  expect(kit.posts()).toBe(0);
  expect(await kit.attempts()).toEqual([]);
});

test("permission taken back: said so, no request, and nothing is left over", async () => {
  const account = await kit.account("aitronos");
  fakeBrowser.permissions.contains = async () => false;
  expect(await shareTrack(kit.db, account, kit.shareIntent("aitronos"))).toMatchObject({
    failure: { kind: "no-permission" },
  });
  expect(kit.sent).toEqual([]);
  expect(await kit.attempts()).toEqual([]);
});

test.each([
  ["close", { close: true }],
  ["status 500", { status: 500 }],
  ["half an answer", { truncate: 40 }],
] as const)("Aitronos committed, then %s: unknown, kept, never sent again", async (_name, act) => {
  const account = await kit.account("aitronos");
  kit.sandbox.faults.add({ method: "POST", path: "/v1/music", when: "after", do: act });
  const asked = kit.shareIntent("aitronos");
  expect(await shareTrack(kit.db, account, asked)).toEqual(unknown);
  expect(kit.shares()).toHaveLength(1);
  // There is no list to look into, so there is nothing to do about it but to tell.
  expect(await getAttemptsInState(kit.db, "unknown")).toMatchObject([
    { key: asked.intent, dueAt: null },
  ]);
  expect(await shareTrack(kit.db, account, asked)).toEqual(unknown);
  await recover(kit.db);
  expect(kit.posts()).toBe(1);
});

test("an answer that nobody can read is kept as it came", async () => {
  const account = await kit.account("aitronos");
  kit.sandbox.faults.add({
    method: "POST",
    path: "/v1/music",
    when: "after",
    do: { replace: "<html>" },
  });
  expect(await shareTrack(kit.db, account, kit.shareIntent("aitronos"))).toMatchObject({
    failure: { kind: "malformed" },
  });
  await recover(kit.db);
  expect(await getAttemptsInState(kit.db, "answered")).toMatchObject([{ raw: { body: "<html>" } }]);
});

test("asked again, one that waits says so and one that failed says why", async () => {
  const account = await kit.account("craftkit");
  const asked = kit.shareIntent("craftkit");
  await shareTrack(kit.db, account, asked);
  const [attempt] = await kit.attempts();
  if (!attempt) throw new Error("no attempt");
  const again = { ...asked, intent: "again" };
  await putAttempt(kit.db, { ...attempt, key: "again", state: "waiting" });
  expect(await shareTrack(kit.db, account, again)).toEqual({
    ok: false,
    failure: { kind: "not-ready" },
  });
  await putAttempt(kit.db, {
    ...attempt,
    key: "again",
    state: "failed",
    failure: { kind: "gone" },
  });
  expect(await shareTrack(kit.db, account, again)).toEqual({
    ok: false,
    failure: { kind: "gone" },
  });
  expect(kit.posts()).toBe(1);
});

test("a slow service keeps nobody else's share waiting", async () => {
  const [slow, quick] = [await kit.account("aitronos"), await kit.account("mixthat")];
  kit.sandbox.faults.add({ method: "POST", path: "/share$", do: { delay: 500 } });
  const first = shareTrack(kit.db, slow, kit.shareIntent("aitronos"));
  const began = Date.now();
  expect(await shareTrack(kit.db, quick, kit.shareIntent("mixthat"))).toMatchObject({ ok: true });
  expect(kit.shares()).toHaveLength(1);
  expect(await first).toMatchObject({ ok: true });
  expect(Date.now() - began).toBeGreaterThan(300);
});

test("a page of the web is its own link: nothing is asked of anybody", async () => {
  const { terms } = kit.shareIntent("aitronos");
  const track = { ...kit.track("web", "https://music.example/song"), title: "Song" };
  const made = await shareTrack(kit.db, createDeviceAccount("web"), { intent: "i", track, terms });
  expect(made).toMatchObject({ ok: true, value: { url: track.id, track: { title: "Song" } } });
  expect(kit.sent).toEqual([]);
});
