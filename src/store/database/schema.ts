import type { DBSchema, IDBPDatabase, StoreNames } from "idb";
import type { Account } from "../../model/account.ts";
import type { Entry } from "../../model/library-entry.ts";
import type { Job } from "../../model/outbox-job.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import type { StoredLink } from "../../model/stored-link.ts";

/**
 * The stores of the database. It is IndexedDB and not `storage.local`, because content scripts can read `storage.local`
 * in Firefox, but no extension's IndexedDB in any browser.
 */
export interface Schema extends DBSchema {
  accounts: { key: string; value: Account };
  /** API keys. They are not stored with the accounts, so that only the background reads them. */
  keys: { key: string; value: { account: string; key: string } };
  attempts: {
    key: string;
    value: Attempt;
    indexes: { state: Attempt["state"]; track: string; due: number };
  };
  links: { key: string; value: StoredLink; indexes: { created: number; track: string } };
  /** Keyed by `entryKey`. */
  entries: { key: string; value: Entry; indexes: { saved: number } };
  outbox: { key: string; value: Job; indexes: { created: number } };
  /** The number of writes so far, which shows which of the two databases is newer. */
  marks: { key: "generation"; value: number };
}

export type Database = IDBPDatabase<Schema>;
export type Stores = StoreNames<Schema>[];

/** All stores, as they are copied from one database to the other. */
export const STORES: readonly StoreNames<Schema>[] = [
  "accounts",
  "keys",
  "attempts",
  "links",
  "entries",
  "outbox",
  "marks",
];

export const VERSION = 2;

/** Upgrades the schema step by step. Each step only adds, so that an older database keeps all its rows. */
export function upgrade(db: IDBDatabase, tx: IDBTransaction, from: number): void {
  if (from < 1) {
    db.createObjectStore("accounts", { keyPath: "id" });
    db.createObjectStore("keys", { keyPath: "account" });
    db.createObjectStore("attempts", { keyPath: "key" }).createIndex("state", "state");
    const links = db.createObjectStore("links", { keyPath: "key" });
    links.createIndex("created", "createdAt");
    links.createIndex("track", "track.id");
    db.createObjectStore("entries").createIndex("saved", "savedAt");
  }
  if (from < 2) {
    const attempts = tx.objectStore("attempts");
    attempts.createIndex("track", "track.id");
    attempts.createIndex("due", "dueAt"); // null is no key, so the index holds only what is due
    db.createObjectStore("outbox", { keyPath: "key" }).createIndex("created", "createdAt");
    const marks = db.createObjectStore("marks");
    if (from === 1) {
      marks.put(1, "generation"); // otherwise it would count as empty beside a new copy
      addMissingAttemptFields(attempts);
    }
  }
}

/**
 * Adds the fields that attempts of version 1 lack, as it did not reconcile. Attempts that waited for a rendering are due
 * again.
 */
function addMissingAttemptFields(attempts: IDBObjectStore): void {
  const missing = { spent: [], before: null, sentAt: null, looks: 0, reserve: null };
  const request = attempts.openCursor();
  request.addEventListener("success", () => {
    const row = request.result;
    if (!row) return;
    const { state, createdAt } = row.value as Attempt;
    row.update({ ...missing, dueAt: state === "waiting" ? createdAt : null, ...row.value });
    row.continue();
  });
}
