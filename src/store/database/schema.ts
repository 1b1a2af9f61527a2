import type { DBSchema, IDBPDatabase, StoreNames } from "idb";
import type { Account } from "../../model/account.ts";
import type { Attempt } from "../../model/attempt.ts";
import type { Entry } from "../../model/entry.ts";
import type { Job } from "../../model/job.ts";
import type { Link } from "../../model/link.ts";

/**
 * Everything Earmark keeps. It is the extension's own IndexedDB because content scripts can read
 * `storage` in Firefox and nothing forbids it, but can see no extension's IndexedDB in any browser.
 */
export interface Schema extends DBSchema {
  accounts: { key: string; value: Account };
  /** API keys, apart from their accounts: only the background opens this store. */
  keys: { key: string; value: { account: string; key: string } };
  attempts: {
    key: string;
    value: Attempt;
    indexes: { state: Attempt["state"]; track: string; due: number };
  };
  links: { key: string; value: Link; indexes: { created: number; track: string } };
  /** Keyed by `entryKey`. */
  entries: { key: string; value: Entry; indexes: { saved: number } };
  outbox: { key: string; value: Job; indexes: { created: number } };
  /** How many writes there were: tells which of the two copies is the newer one. */
  marks: { key: "generation"; value: number };
}

export type Database = IDBPDatabase<Schema>;
export type Stores = StoreNames<Schema>[];

/** All stores; what one copy has the other gets. */
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

/** Upgrades only add, each step upon the one before, so that every older database keeps all its rows. */
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
    attempts.createIndex("due", "dueAt"); // null is no key: only what is due stands in it
    db.createObjectStore("outbox", { keyPath: "key" }).createIndex("created", "createdAt");
    const marks = db.createObjectStore("marks");
    if (from === 1) {
      marks.put(1, "generation"); // or nobody could tell its rows from an empty copy
      addMissingAttemptFields(attempts);
    }
  }
}

/** Version 1 knew no looking for what is unknown; what was not ready is asked about again. */
function addMissingAttemptFields(attempts: IDBObjectStore): void {
  const lacking = { spent: [], before: null, sentAt: null, looks: 0, reserve: null };
  const rows = attempts.openCursor();
  rows.addEventListener("success", () => {
    const row = rows.result;
    if (!row) return;
    const { state, createdAt } = row.value as Attempt;
    row.update({ ...lacking, dueAt: state === "waiting" ? createdAt : null, ...row.value });
    row.continue();
  });
}
