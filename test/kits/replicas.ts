import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { unwrap } from "idb";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { putAccount } from "../../src/store/accounts.ts";
import { putAttempt } from "../../src/store/attempts.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { openReplicated } from "../../src/store/database/open-replicated.ts";
import { putLink } from "../../src/store/links.ts";
import type { Replica } from "../../src/store/database/replicas.ts";
import { readAllRows } from "./background.ts";
import { account, createLink, createAttempt } from "./rows.ts";

/* Two copies of the database, and what a disk may do to them. */

export const names = { main: "earmark", copy: "earmark-copy" };
/** What storage.local has counted; a test may change it. */
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

/** Both copies after three writes, closed again. */
export async function createFilledReplicas(): Promise<unknown> {
  const { db } = await openReplicated(writeCounter);
  await putAccount(db, account, "key");
  await putLink(db, createLink());
  await putAttempt(db, createAttempt());
  const rows = await readAllRows(db);
  await close();
  return rows;
}

/** As when the browser ends: nobody has the databases open any more. */
async function close(): Promise<void> {
  for (const name of Object.values(names)) (await openDatabase(name)).close();
}

/** As Chromium does to a damaged one: it is there, with nothing in it. */
export async function emptyReplica(place: Replica): Promise<void> {
  await new Promise((done) => {
    indexedDB.deleteDatabase(names[place]).addEventListener("success", done);
  });
}

/** From now on this one cannot be opened, until it is thrown away. */
export function damageReplica(place: Replica): void {
  const { open, deleteDatabase } = IDBFactory.prototype;
  let whole = false;
  vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
    if (name !== names[place] || whole) return open.call(indexedDB, name, version);
    const broken = Object.assign(new EventTarget(), {
      error: new DOMException("Internal error opening backing store", "UnknownError"),
    });
    setTimeout(() => broken.dispatchEvent(new Event("error")));
    return broken as unknown as IDBOpenDBRequest;
  });
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation((name) => {
    if (name === names[place]) whole = true;
    return deleteDatabase.call(indexedDB, name);
  });
}

/** Changes rows behind everybody's back. */
export async function changeRows(
  place: Replica,
  work: (db: IDBTransaction) => void,
): Promise<void> {
  const db = await openDatabase(names[place]);
  const tx = db.transaction(["links", "marks", "accounts", "keys"], "readwrite");
  work(unwrap(tx) as IDBTransaction);
  await tx.done;
  db.close();
}

/** Opens both, which then are the same. */
export async function openBoth() {
  const { db, health } = await openReplicated(writeCounter);
  const copy = await openDatabase(names.copy);
  const rows = await readAllRows(db);
  expect(await readAllRows(copy)).toEqual(rows);
  return { db, copy, health, rows };
}
