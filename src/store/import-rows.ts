import type { Account } from "../model/account.ts";
import { createTally } from "../model/import-summary.ts";
import type { ImportSummary, Tally } from "../model/import-summary.ts";
import { toEntryKey } from "../model/library-entry.ts";
import type { Entry } from "../model/library-entry.ts";
import { toJobKey } from "../model/outbox-job.ts";
import type { Attempt } from "../model/share-attempt.ts";
import type { StoredLink } from "../model/stored-link.ts";
import type { Database } from "./database/schema.ts";
import { runTransaction } from "./database/transaction.ts";

/** Rows of an export file. Their accounts are ones of this device, or those of `accounts`. */
export interface ImportBatch {
  accounts: readonly Account[];
  links: readonly StoredLink[];
  attempts: readonly Attempt[];
  entries: readonly Entry[];
}

/**
 * Adds the rows that are not stored yet. A stored row only gets values for its empty fields, and a link that is revoked
 * on either side is revoked. All of it is written in one transaction.
 */
export function importRows(db: Database, incoming: ImportBatch): Promise<ImportSummary> {
  return runTransaction(db, ["accounts", "links", "attempts", "entries", "outbox"], async (tx) => {
    const accounts = tx.objectStore("accounts");
    const links = tx.objectStore("links");
    const attempts = tx.objectStore("attempts");
    const entries = tx.objectStore("entries");

    const pending = new Set(await tx.objectStore("outbox").getAllKeys());
    // An entry with a job in the outbox counts as stored, so that one that is being removed does not come back.
    const removed = incoming.entries.filter((each) => pending.has(jobKeyOf(each)));

    const link = merge(
      incoming.links,
      await readRows(links, incoming.links, keyOf),
      keyOf,
      mergeLink,
    );
    const stored = await readRows(entries, incoming.entries, keyOfEntry);
    const entry = merge(incoming.entries, [...removed, ...stored], keyOfEntry, fillMissingFields);
    const newAccounts = await findNewRows(accounts, incoming.accounts, (account) => account.id);
    const notAttempted = await findNewRows(attempts, incoming.attempts, keyOf);
    const newAttempts = await findNewRows(links, notAttempted, keyOf);

    await Promise.all([
      ...newAccounts.map((row) => accounts.put(row)),
      ...link.changed.map((row) => links.put(row)),
      ...entry.changed.map((row) => entries.put(row, keyOfEntry(row))),
      ...newAttempts.map((row) => attempts.put(row)),
    ]);
    return { links: link.tally, entries: entry.tally, attempts: newAttempts.length };
  });
}

/** The methods of an object store that are used here. */
interface Store<T> {
  get(key: string): Promise<T | undefined>;
  getAll(range: IDBKeyRange): Promise<T[]>;
  count(range: IDBKeyRange): Promise<number>;
}

/**
 * Reads the stored rows with the keys of `rows`, and maybe further ones. An export file is in the order of its keys, so
 * one range mostly holds them all, and two requests do. (With one request for each row an import took 2.5 times as
 * long.)
 */
async function readRows<T, R>(
  store: Store<T>,
  rows: readonly R[],
  keyFor: (row: R) => string,
): Promise<T[]> {
  const keys = rows.map(keyFor).toSorted(); // by UTF-16 code units, as IndexedDB does
  if (keys.length === 0) return [];
  const range = IDBKeyRange.bound(keys[0], keys.at(-1));
  if ((await store.count(range)) <= 2 * keys.length) return store.getAll(range);
  const found = await Promise.all(keys.map((key) => store.get(key)));
  return found.filter((row) => row !== undefined);
}

/** The rows whose keys are not in the store. */
async function findNewRows<T extends R, R>(
  store: Store<R>,
  rows: readonly T[],
  keyFor: (row: R) => string,
): Promise<T[]> {
  const there = new Set((await readRows(store, rows, keyFor)).map(keyFor));
  return rows.filter((row) => !there.has(keyFor(row)));
}

const keyOf = ({ key }: { key: string }): string => key;
const keyOfEntry = ({ account, id }: Entry): string => toEntryKey(account, id);
const jobKeyOf = (entry: Entry): string =>
  toJobKey(entry.account, { kind: "save", link: null }, entry);

/**
 * Merges the inincoming rows into the stored ones, and counts them. `join` merges two rows with one key: it returns the
 * stored row itself when nothing changes, and null to refuse the inincoming one.
 */
function merge<T>(
  incoming: readonly T[],
  stored: readonly T[],
  keyFor: (row: T) => string,
  join: (stored: T, from: T) => T | null,
): { changed: T[]; tally: Tally } {
  const tally = createTally();
  const known = new Map(stored.map((row) => [keyFor(row), row]));
  const changed = new Map<string, T>();
  for (const from of incoming) {
    const key = keyFor(from);
    const before = changed.get(key) ?? known.get(key); // a file may hold the same row twice
    const row = before ? join(before, from) : from;
    tally[row === null ? "refused" : before ? "known" : "fresh"]++;
    if (row !== null && row !== before) changed.set(key, row);
  }
  return { changed: [...changed.values()], tally };
}

/** Two links with one key but different addresses cannot both be right; the stored one stays. */
function mergeLink(stored: StoredLink, from: StoredLink): StoredLink | null {
  if (stored.url !== from.url) return null;
  const id = stored.id ?? from.id;
  const revokedAt = stored.revokedAt ?? from.revokedAt;
  return id === stored.id && revokedAt === stored.revokedAt ? stored : { ...stored, id, revokedAt };
}

function fillMissingFields(stored: Entry, from: Entry): Entry {
  const isNew = ([name, value]: [string, unknown]): boolean =>
    value !== null && (stored[name as keyof Entry] ?? null) === null;
  const learned = Object.entries(from).filter(isNew);
  return learned.length === 0 ? stored : { ...stored, ...Object.fromEntries(learned) };
}
