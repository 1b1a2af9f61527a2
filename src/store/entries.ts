import type { IDBPObjectStore, StoreNames } from "idb";
import { toEntryKey } from "../model/library-entry.ts";
import type { Entry } from "../model/library-entry.ts";
import type { Database, Schema } from "./database/schema.ts";
import { runTransaction } from "./database/transaction.ts";
import { readPage } from "./paging.ts";
import type { Page } from "./paging.ts";

export function getEntry(db: Database, account: string, track: string): Promise<Entry | undefined> {
  return db.get("entries", toEntryKey(account, track));
}

/** A page of the library, newest first. `before`: the `next` of the page before; null for the first page. */
export async function getEntriesPage(db: Database, before: number | null): Promise<Page<Entry>> {
  const range = before === null ? null : IDBKeyRange.upperBound(before, true);
  const cursor = await db.transaction("entries").store.index("saved").openCursor(range, "prev");
  return readPage(cursor, (entry) => entry.savedAt);
}

type Entries = IDBPObjectStore<Schema, ArrayLike<StoreNames<Schema>>, "entries", "readwrite">;

/**
 * Adds an entry, or updates the stored one. The stored save date, source and, where the new entry has none, title and
 * duration stay, because a service's list has no save dates and not always titles.
 */
export async function mergeEntry(store: Entries, entry: Entry): Promise<void> {
  const key = toEntryKey(entry.account, entry.id);
  const known = await store.get(key);
  const title = entry.title ?? known?.title ?? null;
  const duration = entry.duration ?? known?.duration ?? null;
  const fixed = known ? { source: known.source, savedAt: known.savedAt } : {};
  await store.put({ ...entry, title, duration, ...fixed }, key);
}

/**
 * Brings an account's library up to date with its service's list: adds `entries`, and removes those whose tracks are not
 * in `listed`, the ids of the whole list, when it is given. Tracks with a job in the outbox are left as they are,
 * because the service does not know of the job yet.
 */
export function syncEntries(
  db: Database,
  account: string,
  entries: readonly Entry[],
  listed: ReadonlySet<string> | null = null,
): Promise<void> {
  return runTransaction(db, ["entries", "outbox"], async (tx) => {
    const store = tx.objectStore("entries");
    const jobs = await tx.objectStore("outbox").getAll();
    const pending = new Set(
      jobs
        .filter((each) => each.account === account && each.task.kind !== "revoke")
        .map(({ track }) => track.id),
    );
    for (const entry of entries) if (!pending.has(entry.id)) await mergeEntry(store, entry);
    if (!listed) return;
    for (const { id } of await store.getAll(entriesOf(account))) {
      if (!listed.has(id) && !pending.has(id)) await store.delete(toEntryKey(account, id));
    }
  });
}

/** How many tracks an account's library has. */
export function countEntries(db: Database, account: string): Promise<number> {
  return db.count("entries", entriesOf(account));
}

const entriesOf = (account: string): IDBKeyRange =>
  IDBKeyRange.bound(toEntryKey(account, ""), toEntryKey(account, "\uffff"));
