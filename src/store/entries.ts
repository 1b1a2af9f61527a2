import { type Entry, entryKey } from "../model/entry.ts";
import { type Database, write } from "./database.ts";
import { newestFirst, type Slice } from "./slice.ts";

export function entryOf(db: Database, account: string, track: string): Promise<Entry | undefined> {
  return db.get("entries", entryKey(account, track));
}

/** Newest first; `before` is the savedAt of the last one shown. */
export async function entriesBefore(db: Database, before: number | null): Promise<Slice<Entry>> {
  const range = before === null ? null : IDBKeyRange.upperBound(before, true);
  const cursor = await db.transaction("entries").store.index("saved").openCursor(range, "prev");
  return newestFirst(cursor, (entry) => entry.savedAt);
}

/**
 * Adds or brings up to date. What is already known and the new one does not say (a title, the day
 * it was saved) is kept: the service's list has neither the save date nor always a title.
 */
export function putEntries(db: Database, entries: readonly Entry[]): Promise<void> {
  return write(db, ["entries"], async (tx) => {
    const store = tx.objectStore("entries");
    for (const entry of entries) {
      const key = entryKey(entry.account, entry.id);
      const known = await store.get(key);
      const title = entry.title ?? known?.title ?? null;
      const duration = entry.duration ?? known?.duration ?? null;
      const kept = known ? { source: known.source, savedAt: known.savedAt } : {};
      await store.put({ ...entry, title, duration, ...kept }, key);
    }
  });
}

export function removeEntry(db: Database, account: string, track: string): Promise<void> {
  return write(db, ["entries"], (tx) => tx.objectStore("entries").delete(entryKey(account, track)));
}

/** How many entries an account has. */
export function countEntries(db: Database, account: string): Promise<number> {
  return db.count("entries", entriesOf(account));
}

/** Removes an account's entries that its service no longer lists. */
export function keepEntries(
  db: Database,
  account: string,
  tracks: ReadonlySet<string>,
): Promise<void> {
  return write(db, ["entries"], async (tx) => {
    const store = tx.objectStore("entries");
    for (const entry of await store.getAll(entriesOf(account))) {
      if (!tracks.has(entry.id)) await store.delete(entryKey(account, entry.id));
    }
  });
}

const entriesOf = (account: string): IDBKeyRange =>
  IDBKeyRange.bound(entryKey(account, ""), entryKey(account, "\uffff"));
