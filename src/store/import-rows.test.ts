import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { account, aLink, anAttempt, anEntry, anJob, track } from "../../test/kits/rows.ts";
import { rowsOf } from "../../test/kits/background.ts";
import { getUsableAccounts, getAllAccounts, putAccount } from "./accounts.ts";
import { putAttempt } from "./attempts.ts";
import { StorageError } from "../model/storage-error.ts";
import { type Database, openDatabase } from "./database/open-one.ts";
import { getEntry, syncEntries } from "./entries.ts";
import { importRows, type ImportBatch } from "./import-rows.ts";
import { getLink, putLink } from "./links.ts";
import { addJob } from "./jobs.ts";
import { attachReplica } from "./database/transaction.ts";

let db: Database;
let copy: Database;
beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  db = await openDatabase("main");
  copy = await openDatabase("copy");
  attachReplica(db, { copy, onWritten: () => {}, onLame: vi.fn<(error: unknown) => void>() });
});
afterEach(async () => {
  expect(await rowsOf(copy)).toEqual(await rowsOf(db));
  vi.unstubAllGlobals();
});

const take = (coming: Partial<ImportBatch>) =>
  importRows(db, { accounts: [], links: [], attempts: [], entries: [], ...coming });
const keyless = { ...account, id: "b", label: "Ben", keyless: true } as const;
const uncertain = anAttempt({ key: "u", state: "unknown" });

test("everything new is there, in both copies, and is known the second time", async () => {
  const coming = {
    accounts: [keyless],
    links: [aLink({ account: "b" })],
    attempts: [uncertain],
    entries: [anEntry({ account: "b" })],
  };
  const fresh = { fresh: 1, known: 0, refused: 0 };
  expect(await take(coming)).toEqual({ links: fresh, entries: fresh, attempts: 1 });
  expect(await getLink(db, "k")).toEqual(coming.links[0]);
  expect(await getEntry(db, "b", "t")).toEqual(coming.entries[0]);
  expect(await db.getAll("attempts")).toEqual([uncertain]);
  expect([await getUsableAccounts(db), await getAllAccounts(db)]).toEqual([[], [keyless]]);
  const before = (await rowsOf(db)) as object;
  const known = { fresh: 0, known: 1, refused: 0 };
  expect(await take(coming)).toEqual({ links: known, entries: known, attempts: 0 });
  expect({ ...before, marks: [2] }).toEqual(await rowsOf(db));
});

test("an account that has its key keeps it", async () => {
  await putAccount(db, { ...account, id: "b" }, "key");
  await take({ accounts: [keyless] });
  expect(await getUsableAccounts(db)).toEqual([{ ...account, id: "b" }]);
});

describe("a link that is here", () => {
  test.each([
    ["here", 5, null],
    ["in the file", null, 5],
    ["in both, at the time that is here", 5, 6],
  ])("and revoked %s stays revoked", async (_where, revokedAt, inFile) => {
    await putLink(db, aLink({ revokedAt }));
    await take({ links: [aLink({ revokedAt: inFile })] });
    expect(await getLink(db, "k")).toEqual(aLink({ revokedAt: 5 }));
  });

  test("learns its id, and keeps everything else", async () => {
    const here = aLink({ id: null, expiresAt: 9, createdAt: 2 });
    await putLink(db, here);
    await take({ links: [aLink({ id: "s", expiresAt: null, account: "other" })] });
    expect(await getLink(db, "k")).toEqual({ ...here, id: "s" });
    await take({ links: [aLink({ id: "another" })] });
    expect((await getLink(db, "k"))?.id).toBe("s");
  });

  test("is no other one with the same key", async () => {
    await putLink(db, aLink());
    const { links } = await take({ links: [aLink({ url: "https://other", revokedAt: 7 })] });
    expect(links).toEqual({ fresh: 0, known: 0, refused: 1 });
    expect(await getLink(db, "k")).toEqual(aLink());
  });
});

test("a row that is in the file twice is one", async () => {
  const links = [aLink(), aLink({ revokedAt: 5 }), aLink({ url: "https://other" })];
  const entries = [anEntry({ title: null }), anEntry()];
  expect(await take({ links, entries })).toEqual({
    links: { fresh: 1, known: 1, refused: 1 },
    entries: { fresh: 1, known: 1, refused: 0 },
    attempts: 0,
  });
  expect(await getLink(db, "k")).toEqual(aLink({ revokedAt: 5 }));
  expect((await getEntry(db, "a", "t"))?.title).toBe("Song");
});

describe("a saved track that is here", () => {
  test("only learns what it did not know", async () => {
    const here = anEntry({ title: null, savedAt: 99, source: "shared" });
    await syncEntries(db, "a", [here]);
    await take({ entries: [anEntry({ title: "Song", artist: "Ada", duration: 1000 })] });
    expect(await getEntry(db, "a", "t")).toEqual({ ...here, title: "Song", artist: "Ada" });
  });

  test("or is being removed is as the person wished", async () => {
    await syncEntries(db, "a", [anEntry()]);
    const task = { kind: "unsave", entry: null } as const;
    await addJob(db, anJob({ task, track }), null);
    const { entries } = await take({ entries: [anEntry(), anEntry({ account: "b" })] });
    expect(entries).toEqual({ fresh: 1, known: 1, refused: 0 });
    expect(await getEntry(db, "a", "t")).toBeUndefined();
    expect(await getEntry(db, "b", "t")).toBeDefined();
  });
});

test("a link that may exist is not one of which we know better", async () => {
  await putLink(db, aLink({ key: "link" }));
  await putAttempt(db, anAttempt({ key: "known", state: "withdrawn" }));
  const attempts = ["link", "known", "new"].map((key) => anAttempt({ key, state: "unknown" }));
  expect((await take({ attempts })).attempts).toBe(1);
  expect((await db.getAll("attempts")).map(({ key, state }) => [key, state])).toEqual([
    ["known", "withdrawn"],
    ["new", "unknown"],
  ]);
});

test("where the disk is full before the last row, nothing is written", async () => {
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function full(
    this: IDBObjectStore,
    ...row
  ) {
    const request = put.apply(this, row);
    if (this.name === "entries")
      request.addEventListener("success", () => this.transaction.abort());
    return request;
  });
  await expect(take({ links: [aLink()], entries: [anEntry()] })).rejects.toThrow(StorageError);
  vi.restoreAllMocks();
  expect([await db.count("links"), await db.count("entries")]).toEqual([0, 0]);
});
