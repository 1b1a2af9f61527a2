import {
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  openDB,
  type StoreNames,
} from "idb";
import type { Account } from "../model/account.ts";
import type { Attempt } from "../model/attempt.ts";
import type { Entry } from "../model/entry.ts";
import type { Link } from "../model/link.ts";

/**
 * Everything Earmark keeps. It is the extension's own IndexedDB because content scripts can read
 * `storage` in Firefox and nothing forbids it, but can see no extension's IndexedDB in any browser.
 */
interface Schema extends DBSchema {
  accounts: { key: string; value: Account };
  /** API keys, apart from their accounts: only the background opens this store. */
  keys: { key: string; value: { account: string; key: string } };
  attempts: { key: string; value: Attempt; indexes: { state: Attempt["state"] } };
  links: { key: string; value: Link; indexes: { created: number; track: string } };
  /** Keyed by `entryKey`. */
  entries: { key: string; value: Entry; indexes: { saved: number } };
}

export type Database = IDBPDatabase<Schema>;
type Stores = StoreNames<Schema>[];
type Writing<S extends Stores> = IDBPTransaction<Schema, S, "readwrite">;

export async function openDatabase(name = "earmark"): Promise<Database> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(db) {
      db.createObjectStore("accounts", { keyPath: "id" });
      db.createObjectStore("keys", { keyPath: "account" });
      db.createObjectStore("attempts", { keyPath: "key" }).createIndex("state", "state");
      const links = db.createObjectStore("links", { keyPath: "key" });
      links.createIndex("created", "createdAt");
      links.createIndex("track", "track.id");
      db.createObjectStore("entries").createIndex("saved", "savedAt");
    },
    // A newer version wants in: give way at once rather than block its upgrade.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  return database;
}

/**
 * Runs `work` in one transaction and resolves when it is on disk. Only `oncomplete` says so: with
 * the quota exhausted Chromium fires a request's success first and aborts the transaction after it.
 */
export async function write<S extends Stores, T>(
  db: Database,
  stores: S,
  work: (tx: Writing<S>) => Promise<T>,
): Promise<T> {
  const tx = db.transaction(stores, "readwrite", { durability: "strict" });
  const [value] = await Promise.all([work(tx), tx.done]);
  return value;
}
