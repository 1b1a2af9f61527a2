import type { IDBPObjectStore, StoreNames } from "idb";
import { type Entry, entryKey } from "../model/entry.ts";
import type { Database, Schema } from "./database/schema.ts";
import { readPage, type Page } from "./paging.ts";
import { runTransaction } from "./database/transaction.ts";

export function getEntry(db: Database, account: string, track: string): Promise<Entry | undefined> {
  return db.get("entries", entryKey(account, track));
}

/** Newest first; `before` is the savedAt of the last one shown. */
export async function getEntriesPage(db: Database, before: number | null): Promise<Page<Entry>> {
  const range = before === null ? null : IDBKeyRange.upperBound(before, true);
  const cursor = await db.transaction("entries").store.index("saved").openCursor(range, "prev");
  return readPage(cursor, (entry) => entry.savedAt);
}

type Entries = IDBPObjectStore<Schema, ArrayLike<StoreNames<Schema>>, "entries", "readwrite">;

/**
 * Adds or brings up to date. What is already known and the new one does not say (a title, the day
 * it was saved) is kept: the service's list has neither the save date nor always a title.
 */
export async function mergeEntry(store: Entries, entry: Entry): Promise<void> {
  const key = entryKey(entry.account, entry.id);
  const known = await store.get(key);
  const title = entry.title ?? known?.title ?? null;
  const duration = entry.duration ?? known?.duration ?? null;
  const kept = known ? { source: known.source, savedAt: known.savedAt } : {};
  await store.put({ ...entry, title, duration, ...kept }, key);
}

/**
 * Brings an account's entries up to date with what its service lists: `entries` are added, and with
 * `whole` those not among them go. What still waits in the outbox is as the person wished.
 */
export function syncEntries(
  db: Database,
  account: string,
  entries: readonly Entry[],
  whole: ReadonlySet<string> | null = null,
): Promise<void> {
  return runTransaction(db, ["entries", "outbox"], async (tx) => {
    const store = tx.objectStore("entries");
    const jobs = await tx.objectStore("outbox").getAll();
    const wished = new Set(
      jobs
        .filter((each) => each.account === account && each.task.kind !== "revoke")
        .map(({ track }) => track.id),
    );
    for (const entry of entries) if (!wished.has(entry.id)) await mergeEntry(store, entry);
    if (!whole) return;
    for (const { id } of await store.getAll(entriesOf(account))) {
      if (!whole.has(id) && !wished.has(id)) await store.delete(entryKey(account, id));
    }
  });
}

/** How many entries an account has. */
export function countEntries(db: Database, account: string): Promise<number> {
  return db.count("entries", entriesOf(account));
}

const entriesOf = (account: string): IDBKeyRange =>
  IDBKeyRange.bound(entryKey(account, ""), entryKey(account, "\uffff"));
