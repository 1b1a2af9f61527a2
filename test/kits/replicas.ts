import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { unwrap } from "idb";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { putAccount } from "../../src/store/accounts.ts";
import { putAttempt } from "../../src/store/attempts.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { openReplicated } from "../../src/store/database/open-replicated.ts";
import type { Replica } from "../../src/store/database/replicas.ts";
import { putLink } from "../../src/store/links.ts";
import { readAllRows } from "./background.ts";
import { account, createLink, createAttempt } from "./rows.ts";

/* For tests of the replicated database: two replicas on a fake disk that can be damaged. */

export const names = { main: "earmark", copy: "earmark-copy" };
/** The number of writes that storage.local has; a test may change `seen`. */
export const writeCounter = {
  seen: 0,
  read: async () => writeCounter.seen,
  write: (generation: number) => {
    writeCounter.seen = generation;
  },
};

/** A new disk for each test. */
export function useFreshDatabases(): void {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    writeCounter.seen = 0;
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

/** Writes three rows to both replicas and closes them; returns the rows. */
export async function createFilledReplicas(): Promise<unknown> {
  const { db } = await openReplicated(writeCounter);
  await putAccount(db, account, "key");
  await putLink(db, createLink());
  await putAttempt(db, createAttempt());
  const rows = await readAllRows(db);
  await close();
  return rows;
}

/** Closes every connection, as at the end of the browser. */
async function close(): Promise<void> {
  for (const name of Object.values(names)) (await openDatabase(name)).close();
}

/** Empties a replica, as Chromium does with a damaged database. */
export async function emptyReplica(replica: Replica): Promise<void> {
  await new Promise((done) => {
    indexedDB.deleteDatabase(names[replica]).addEventListener("success", done);
  });
}

/** Makes a replica fail to open until it is deleted. */
export function damageReplica(replica: Replica): void {
  const { open, deleteDatabase } = IDBFactory.prototype;
  let isDeleted = false;
  vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
    if (name !== names[replica] || isDeleted) return open.call(indexedDB, name, version);
    const broken = Object.assign(new EventTarget(), {
      error: new DOMException("Internal error opening backing store", "UnknownError"),
    });
    setTimeout(() => broken.dispatchEvent(new Event("error")));
    return broken as unknown as IDBOpenDBRequest;
  });
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation((name) => {
    if (name === names[replica]) isDeleted = true;
    return deleteDatabase.call(indexedDB, name);
  });
}

/** Changes rows of one replica without counting the write. */
export async function changeRows(
  replica: Replica,
  work: (db: IDBTransaction) => void,
): Promise<void> {
  const db = await openDatabase(names[replica]);
  const tx = db.transaction(["links", "marks", "accounts", "keys"], "readwrite");
  work(unwrap(tx) as IDBTransaction);
  await tx.done;
  db.close();
}

/** Opens both replicas, repairs them and checks that they are equal. */
export async function openBoth() {
  const { db, health } = await openReplicated(writeCounter);
  const copy = await openDatabase(names.copy);
  const rows = await readAllRows(db);
  expect(await readAllRows(copy)).toEqual(rows);
  return { db, copy, health, rows };
}
