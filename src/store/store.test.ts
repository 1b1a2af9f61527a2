import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { account, createLink, createEntry, createJob } from "../../test/kits/rows.ts";
import { getUsableAccounts, getKey, putAccount, removeAccount } from "./accounts.ts";
import { openDatabase } from "./database/open-database.ts";
import type { Database } from "./database/schema.ts";
import { countEntries, getEntriesPage, getEntry, syncEntries } from "./entries.ts";
import { addJob } from "./jobs.ts";
import { getLink, getLinksPage, getLinksOfTrack, putLink } from "./links.ts";

let db: Database;
beforeEach(async () => {
  db = await openDatabase(crypto.randomUUID());
});

test("an account's key is added and removed with it and is not part of it", async () => {
  await putAccount(db, account, "canary-key");
  expect(JSON.stringify(await getUsableAccounts(db))).not.toContain("canary-key");
  expect(await getKey(db, "a")).toBe("canary-key");
  await removeAccount(db, "a");
  expect(await getUsableAccounts(db)).toEqual([]);
  expect(await getKey(db, "a")).toBeNull();
});

test("links are read newest first, about 50 a page, complete when times are equal", async () => {
  for (let n = 0; n < 120; n++) {
    await putLink(db, createLink({ key: `${n}`, createdAt: Math.floor(n / 3) }));
  }
  const seen: string[] = [];
  let before: number | null = null;
  do {
    const slice = await getLinksPage(db, before);
    expect(slice.items.length).toBeLessThan(54);
    seen.push(...slice.items.map(({ key }) => key));
    before = slice.next;
  } while (before !== null);
  expect(new Set(seen).size).toBe(120);
  expect(seen[0]).toBe("119");
});

test("a link is found by its key, and by its account and track", async () => {
  await putLink(db, createLink());
  await putLink(db, createLink({ key: "b", account: "b" }));
  expect(await getLink(db, "k")).toEqual(createLink());
  expect(await getLinksOfTrack(db, "a", "t")).toEqual([createLink()]);
  expect(await getLinksOfTrack(db, "a", "other")).toEqual([]);
});

const a = (change = {}) => createEntry(change);

test("values that the service's list lacks are kept", async () => {
  await syncEntries(db, "a", [a({ source: "shared" })]);
  await syncEntries(db, "a", [a({ title: null, duration: null, savedAt: 99 })]);
  expect(await getEntry(db, "a", "t")).toEqual(a({ source: "shared" }));
  await syncEntries(db, "a", [a({ title: "New", duration: 9, savedAt: 99 })]);
  expect(await getEntry(db, "a", "t")).toEqual(a({ source: "shared", title: "New", duration: 9 }));
});

test("entries that the service lists no more are removed; another account's stay", async () => {
  await syncEntries(db, "a", [a(), a({ id: "gone" })]);
  await syncEntries(db, "b", [a({ account: "b", id: "gone" })]);
  await syncEntries(db, "a", []); // one page is not the whole
  expect(await countEntries(db, "a")).toBe(2);
  await syncEntries(db, "a", [], new Set(["t"]));
  const left = (await getEntriesPage(db, null)).items.map((each) => `${each.account} ${each.id}`);
  expect(left.toSorted()).toEqual(["a t", "b gone"]);
  expect([await countEntries(db, "a"), await countEntries(db, "c")]).toEqual([1, 0]);
});

const at = (id: string) => ({ ...createJob().track, id });

test("waiting jobs override what the service lists", async () => {
  await syncEntries(db, "a", [a({ id: "removed" })]);
  await addJob(db, createJob({ track: at("saved") }), a({ id: "saved" }));
  const unsave = { kind: "unsave", entry: null } as const;
  await addJob(db, createJob({ track: at("removed"), task: unsave }), null);
  // Nor does what another account wishes for keep anything here.
  await addJob(db, createJob({ account: "b", track: at("old") }), null);
  // A link that is to be revoked says nothing about the library.
  const revoke = { kind: "revoke", link: "k" } as const;
  await addJob(db, createJob({ track: at("shared"), task: revoke }), null);
  await syncEntries(db, "a", [a({ id: "removed" }), a({ id: "old" }), a({ id: "shared" })]);
  const ids = async () => (await getEntriesPage(db, null)).items.map(({ id }) => id).toSorted();
  expect(await ids()).toEqual(["old", "saved", "shared"]);
  await syncEntries(db, "a", [], new Set());
  expect(await ids()).toEqual(["saved"]);
});

test("entries are read newest first, before a given time", async () => {
  const times = [1, 2, 3].map((savedAt) => a({ id: `t${savedAt}`, savedAt }));
  await syncEntries(db, "a", times);
  expect((await getEntriesPage(db, null)).items.map(({ savedAt }) => savedAt)).toEqual([3, 2, 1]);
  expect((await getEntriesPage(db, 3)).items.map(({ savedAt }) => savedAt)).toEqual([2, 1]);
});
