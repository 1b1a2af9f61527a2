import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readAllRows } from "../../../test/kits/background.ts";
import { account, createLink, createAttempt, createEntry } from "../../../test/kits/rows.ts";
import { StorageError } from "../../model/storage-error.ts";
import { putAccount } from "../accounts.ts";
import { getAttemptsInState, getDueAttempts } from "../attempts.ts";
import { getLinksPage, putLink } from "../links.ts";
import { openDatabase, openMainDatabase } from "./open-database.ts";
import { openReplicated } from "./open-replicated.ts";
import { STORES, upgrade, VERSION } from "./schema.ts";

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => vi.unstubAllGlobals());

const nobody = { read: async () => 0, write: () => {} };

/** A database as an earlier or a later Earmark left it, closed. */
function left(
  factory: IDBFactory,
  version: number,
  fill: (tx: IDBTransaction) => void,
  name = "earmark",
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version);
    request.addEventListener("upgradeneeded", () => {
      // What version 1 made is in the first step of the upgrade, which may never change.
      if (request.transaction) makeV1(request.result);
      if (request.transaction && version > 1) upgrade(request.result, request.transaction, 1);
      if (version > VERSION) request.result.createObjectStore("of the future");
      if (request.transaction) fill(request.transaction);
    });
    request.addEventListener("error", () => reject(request.error));
    request.addEventListener("success", () => {
      request.result.close();
      resolve();
    });
  });
}

function makeV1(db: IDBDatabase): void {
  db.createObjectStore("accounts", { keyPath: "id" });
  db.createObjectStore("keys", { keyPath: "account" });
  db.createObjectStore("attempts", { keyPath: "key" }).createIndex("state", "state");
  const links = db.createObjectStore("links", { keyPath: "key" });
  links.createIndex("created", "createdAt");
  links.createIndex("track", "track.id");
  db.createObjectStore("entries").createIndex("saved", "savedAt");
}

/** An attempt as version 1 wrote it. */
const { spent, before, sentAt, dueAt, looks, reserve, ...oldAttempt } = createAttempt({
  state: "unknown",
});
const added = { spent, before, sentAt, dueAt, looks, reserve };

function fillV1(tx: IDBTransaction): void {
  tx.objectStore("accounts").put(account);
  tx.objectStore("keys").put({ account: "a", key: "canary" });
  tx.objectStore("attempts").put(oldAttempt);
  tx.objectStore("attempts").put({ ...oldAttempt, key: "w", state: "waiting" });
  tx.objectStore("links").put(createLink());
  tx.objectStore("entries").put(createEntry(), "a t");
}

const everyRowOfV1 = {
  accounts: [account],
  keys: [{ account: "a", key: "canary" }],
  attempts: [
    { ...oldAttempt, ...added },
    { ...oldAttempt, ...added, key: "w", state: "waiting", dueAt: oldAttempt.createdAt },
  ],
  links: [createLink()],
  entries: [createEntry()],
  outbox: [],
  marks: [1],
};

test("a new database has every store, all empty", async () => {
  const db = await openMainDatabase();
  expect([db.name, db.version]).toEqual(["earmark", VERSION]);
  expect([...db.objectStoreNames]).toEqual(STORES.toSorted());
  expect(Object.values((await readAllRows(db)) as object).flat()).toEqual([]);
});

test("upgrading version 1 keeps every row and completes its attempts", async () => {
  await left(indexedDB, 1, fillV1);
  const db = await openMainDatabase();
  expect(await readAllRows(db)).toEqual(everyRowOfV1);
  expect(await getAttemptsInState(db, "unknown")).toHaveLength(1);
  expect((await getLinksPage(db, null)).items).toHaveLength(1);
  // What was not ready is asked about again.
  expect(await getDueAttempts(db)).toMatchObject([{ key: "w" }]);
});

test("upgrading twice changes nothing", async () => {
  await left(indexedDB, 1, fillV1);
  (await openMainDatabase()).close();
  expect(await readAllRows(await openMainDatabase())).toEqual(everyRowOfV1);
});

test.each([
  ["all of it", fillV1],
  ["an account alone", (tx: IDBTransaction) => void tx.objectStore("accounts").put(account)],
])("the rows of version 1 are copied at once: %s", async (_name, fill) => {
  await left(indexedDB, 1, fill);
  const { db, health } = await openReplicated(nobody);
  expect(health).toMatchObject({ repaired: "copy", lost: false });
  expect(await readAllRows(await openDatabase("earmark-copy"))).toEqual(await readAllRows(db));
  expect(await db.count("accounts")).toBe(1);
});

test("rows of version 1 outside of the bucket are moved into it", async () => {
  await left(indexedDB, 1, fillV1);
  const factories = new Map<string, IDBFactory>();
  const open = async (name: string) => {
    if (!factories.has(name)) factories.set(name, new IDBFactory());
    return { indexedDB: factories.get(name) };
  };
  const remove = async (name: string) => void factories.delete(name);
  vi.stubGlobal("navigator", { storageBuckets: { open, delete: remove } });
  const first = await openReplicated(nobody);
  expect(await readAllRows(first.db)).toEqual(everyRowOfV1);
  expect(first.health.lost).toBe(false);
  await putLink(first.db, createLink({ key: "new" }));
  first.db.close();
  // Only once: what is done since then is not undone by it.
  const second = await openReplicated(nobody);
  expect(await second.db.count("links")).toBe(2);
  expect(second.health).toMatchObject({ repaired: null, lost: false });
  expect(await indexedDB.databases()).toEqual([]);
});

test("rows of version 1 do not overwrite newer rows", async () => {
  await left(indexedDB, 1, fillV1);
  const bucket = new IDBFactory();
  vi.stubGlobal("navigator", {
    storageBuckets: {
      open: async (name: string) => ({ indexedDB: name === "main" ? bucket : copy }),
    },
  });
  const copy = new IDBFactory();
  await putLink(await openMainDatabase(), createLink({ key: "new" }));
  const { db } = await openReplicated(nobody);
  expect((await db.getAll("links")).map(({ key }) => key)).toEqual(["new"]);
  expect(await indexedDB.databases()).toEqual([]);
});

test("the database of a newer Earmark is read and not written", async () => {
  await left(indexedDB, VERSION + 1, (tx) => void tx.objectStore("links").put(createLink()));
  const db = await openMainDatabase();
  expect(db.version).toBe(VERSION + 1);
  expect((await getLinksPage(db, null)).items).toEqual([createLink()]);
  await expect(putAccount(db, account, "k")).rejects.toThrow(StorageError);
  await expect(putAccount(db, account, "k")).rejects.toThrow("newer");
  expect(await db.count("accounts")).toBe(0);
});

test.each([
  ["both", VERSION + 1, VERSION + 1],
  ["the database", VERSION + 1, VERSION],
  ["the copy", VERSION, VERSION + 1],
])("no repair when %s is from a newer Earmark", async (_name, main, copy) => {
  await left(indexedDB, main, (tx) => void tx.objectStore("links").put(createLink()));
  await left(
    indexedDB,
    copy,
    (tx) => void tx.objectStore("marks").put(9, "generation"),
    "earmark-copy",
  );
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  const { db, health } = await openReplicated(nobody);
  expect(health.repaired).toBeNull();
  expect(put).not.toHaveBeenCalled();
  put.mockRestore();
  expect(await db.count("links")).toBe(1);
});

test("a connection closes at once for a newer version", async () => {
  await openMainDatabase();
  const request = indexedDB.open("earmark", VERSION + 1);
  await new Promise((done) => request.addEventListener("success", done));
  expect(request.result.version).toBe(VERSION + 1);
});

test("a failed open rejects with the browser's error", async () => {
  const broken = new DOMException("Internal error", "UnknownError");
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    const request = Object.assign(new EventTarget(), { error: broken });
    setTimeout(() => request.dispatchEvent(new Event("error")));
    return request as never;
  });
  await expect(openMainDatabase()).rejects.toBe(broken);
});
