import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readAllRows } from "../../test/kits/background.ts";
import {
  account,
  createLink,
  createAttempt,
  createEntry,
  createJob,
  track,
} from "../../test/kits/rows.ts";
import { StorageError } from "../model/storage-error.ts";
import { getUsableAccounts, getAllAccounts, putAccount } from "./accounts.ts";
import { putAttempt } from "./attempts.ts";
import { openDatabase } from "./database/open-database.ts";
import type { Database } from "./database/schema.ts";
import { attachReplica } from "./database/transaction.ts";
import { getEntry, syncEntries } from "./entries.ts";
import { importRows } from "./import-rows.ts";
import type { ImportBatch } from "./import-rows.ts";
import { addJob } from "./jobs.ts";
import { getLink, putLink } from "./links.ts";

let db: Database;
let copy: Database;
beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  db = await openDatabase("main");
  copy = await openDatabase("copy");
  attachReplica(db, { copy, onWritten: () => {}, onCopyFailed: vi.fn<(error: unknown) => void>() });
});
afterEach(async () => {
  expect(await readAllRows(copy)).toEqual(await readAllRows(db));
  vi.unstubAllGlobals();
});

const take = (coming: Partial<ImportBatch>) =>
  importRows(db, { accounts: [], links: [], attempts: [], entries: [], ...coming });
const keyless = { ...account, id: "b", label: "Ben", keyless: true } as const;
const uncertain = createAttempt({ key: "u", state: "unknown" });

test("an import adds new rows in both replicas, and none the second time", async () => {
  const coming = {
    accounts: [keyless],
    links: [createLink({ account: "b" })],
    attempts: [uncertain],
    entries: [createEntry({ account: "b" })],
  };
  const fresh = { fresh: 1, known: 0, refused: 0 };
  expect(await take(coming)).toEqual({ links: fresh, entries: fresh, attempts: 1 });
  expect(await getLink(db, "k")).toEqual(coming.links[0]);
  expect(await getEntry(db, "b", "t")).toEqual(coming.entries[0]);
  expect(await db.getAll("attempts")).toEqual([uncertain]);
  expect([await getUsableAccounts(db), await getAllAccounts(db)]).toEqual([[], [keyless]]);
  const before = (await readAllRows(db)) as object;
  const known = { fresh: 0, known: 1, refused: 0 };
  expect(await take(coming)).toEqual({ links: known, entries: known, attempts: 0 });
  expect({ ...before, marks: [2] }).toEqual(await readAllRows(db));
});

test("an account that has its key keeps it", async () => {
  await putAccount(db, { ...account, id: "b" }, "key");
  await take({ accounts: [keyless] });
  expect(await getUsableAccounts(db)).toEqual([{ ...account, id: "b" }]);
});

describe("an imported link that exists", () => {
  test.each([
    ["here", 5, null],
    ["in the file", null, 5],
    ["in both, at the time that is here", 5, 6],
  ])("and revoked %s stays revoked", async (_where, revokedAt, inFile) => {
    await putLink(db, createLink({ revokedAt }));
    await take({ links: [createLink({ revokedAt: inFile })] });
    expect(await getLink(db, "k")).toEqual(createLink({ revokedAt: 5 }));
  });

  test("gets its id, and keeps everything else", async () => {
    const here = createLink({ id: null, expiresAt: 9, createdAt: 2 });
    await putLink(db, here);
    await take({ links: [createLink({ id: "s", expiresAt: null, account: "other" })] });
    expect(await getLink(db, "k")).toEqual({ ...here, id: "s" });
    await take({ links: [createLink({ id: "another" })] });
    expect((await getLink(db, "k"))?.id).toBe("s");
  });

  test("is not another one with the same key", async () => {
    await putLink(db, createLink());
    const { links } = await take({ links: [createLink({ url: "https://other", revokedAt: 7 })] });
    expect(links).toEqual({ fresh: 0, known: 0, refused: 1 });
    expect(await getLink(db, "k")).toEqual(createLink());
  });
});

test("a row that is in the file twice is added once", async () => {
  const links = [createLink(), createLink({ revokedAt: 5 }), createLink({ url: "https://other" })];
  const entries = [createEntry({ title: null }), createEntry()];
  expect(await take({ links, entries })).toEqual({
    links: { fresh: 1, known: 1, refused: 1 },
    entries: { fresh: 1, known: 1, refused: 0 },
    attempts: 0,
  });
  expect(await getLink(db, "k")).toEqual(createLink({ revokedAt: 5 }));
  expect((await getEntry(db, "a", "t"))?.title).toBe("Song");
});

describe("an imported entry that exists", () => {
  test("gets only the values that it lacks", async () => {
    const here = createEntry({ title: null, savedAt: 99, source: "shared" });
    await syncEntries(db, "a", [here]);
    await take({ entries: [createEntry({ title: "Song", artist: "Ada", duration: 1000 })] });
    expect(await getEntry(db, "a", "t")).toEqual({ ...here, title: "Song", artist: "Ada" });
  });

  test("or is being removed stays as the user left it", async () => {
    await syncEntries(db, "a", [createEntry()]);
    const task = { kind: "unsave", entry: null } as const;
    await addJob(db, createJob({ task, track }), null);
    const { entries } = await take({ entries: [createEntry(), createEntry({ account: "b" })] });
    expect(entries).toEqual({ fresh: 1, known: 1, refused: 0 });
    expect(await getEntry(db, "a", "t")).toBeUndefined();
    expect(await getEntry(db, "b", "t")).toBeDefined();
  });
});

test("an unknown attempt is not imported when its attempt or link exists", async () => {
  await putLink(db, createLink({ key: "link" }));
  await putAttempt(db, createAttempt({ key: "known", state: "withdrawn" }));
  const attempts = ["link", "known", "new"].map((key) => createAttempt({ key, state: "unknown" }));
  expect((await take({ attempts })).attempts).toBe(1);
  expect((await db.getAll("attempts")).map(({ key, state }) => [key, state])).toEqual([
    ["known", "withdrawn"],
    ["new", "unknown"],
  ]);
});

test("a full disk before the last row writes nothing", async () => {
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
  await expect(take({ links: [createLink()], entries: [createEntry()] })).rejects.toThrow(
    StorageError,
  );
  vi.restoreAllMocks();
  expect([await db.count("links"), await db.count("entries")]).toEqual([0, 0]);
});
