import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { providerFacts } from "../model/provider-facts.ts";
import { usualTerms } from "../model/share.ts";
import { allAccounts, keyOf, putAccount, removeAccount } from "./accounts.ts";
import { type Database, openDatabase, write } from "./database.ts";
import { entriesBefore, entryOf, keepEntries, putEntries } from "./entries.ts";
import { linksBefore, putLink } from "./links.ts";

let db: Database;
beforeEach(async () => {
  db = await openDatabase(crypto.randomUUID());
});

const account = {
  id: "a",
  provider: "aitronos",
  origin: "https://api.aitronos.com",
  label: "Ada",
  settings: {},
  addedAt: 1,
} as const;
const track = { provider: "aitronos", origin: "https://api.aitronos.com", id: "t" } as const;
const entry = {
  ...track,
  account: "a",
  title: "Song",
  duration: 3,
  source: "own",
  savedAt: 5,
} as const;

test("an account's key comes and goes with it and is not in the account", async () => {
  await putAccount(db, account, "canary-key");
  expect(JSON.stringify(await allAccounts(db))).not.toContain("canary-key");
  expect(await keyOf(db, "a")).toBe("canary-key");
  await removeAccount(db, "a");
  expect(await allAccounts(db)).toEqual([]);
  expect(await keyOf(db, "a")).toBeNull();
});

test("links come newest first, 50 at a time, none left out where two share an instant", async () => {
  const share = {
    id: "s",
    url: "https://x",
    embedUrl: null,
    visibility: "public",
    expiresAt: null,
    nonce: "0",
  } as const;
  const asked = usualTerms(providerFacts.aitronos.terms);
  const whole = { ...track, title: null, duration: null };
  for (let n = 0; n < 120; n++) {
    const createdAt = Math.floor(n / 3);
    await putLink(db, {
      ...share,
      key: `${n}`,
      account: "a",
      track: whole,
      asked,
      createdAt,
      revokedAt: null,
    });
  }
  const seen: string[] = [];
  let before: number | null = null;
  do {
    const slice = await linksBefore(db, before);
    expect(slice.items.length).toBeLessThan(54);
    seen.push(...slice.items.map(({ key }) => key));
    before = slice.next;
  } while (before !== null);
  expect(new Set(seen).size).toBe(120);
  expect(seen[0]).toBe("119");
});

test("what the service's list does not say is kept", async () => {
  await putEntries(db, [{ ...entry, source: "shared" }]);
  await putEntries(db, [{ ...entry, title: null, duration: null, savedAt: 99 }]);
  expect(await entryOf(db, "a", "t")).toEqual({ ...entry, source: "shared" });
});

test("entries that the service no longer lists go; another account's stay", async () => {
  await putEntries(db, [entry, { ...entry, id: "gone" }, { ...entry, account: "b", id: "gone" }]);
  await keepEntries(db, "a", new Set(["t"]));
  const left = (await entriesBefore(db, null)).items.map((each) => `${each.account} ${each.id}`);
  expect(left.toSorted()).toEqual(["a t", "b gone"]);
});

test("a write that is aborted is told, not taken for saved", async () => {
  const broken = write(db, ["accounts"], async (tx) => {
    await tx.objectStore("accounts").put(account);
    tx.abort();
  });
  await expect(broken).rejects.toThrow();
  expect(await allAccounts(db)).toEqual([]);
});
