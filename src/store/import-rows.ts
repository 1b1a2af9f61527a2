import type { Account } from "../model/account.ts";
import type { Attempt } from "../model/attempt.ts";
import { type Entry, entryKey } from "../model/entry.ts";
import { jobKey } from "../model/job.ts";
import { type ImportSummary, emptyTally, type Tally } from "../model/import-summary.ts";
import type { Link } from "../model/link.ts";
import type { Database } from "./database/schema.ts";
import { runTransaction } from "./database/transaction.ts";

/** Rows of a file; their accounts are those of this device, or keyless ones that come along. */
export interface ImportBatch {
  accounts: readonly Account[];
  links: readonly Link[];
  attempts: readonly Attempt[];
  entries: readonly Entry[];
}

/**
 * Adds what is not here yet. What is here stays as it is, and only learns what it did not know; a link
 * that is revoked on either side is revoked. All of it is written, or nothing.
 */
export function importRows(db: Database, coming: ImportBatch): Promise<ImportSummary> {
  return runTransaction(db, ["accounts", "links", "attempts", "entries", "outbox"], async (tx) => {
    const accounts = tx.objectStore("accounts");
    const links = tx.objectStore("links");
    const attempts = tx.objectStore("attempts");
    const entries = tx.objectStore("entries");

    const wished = new Set(await tx.objectStore("outbox").getAllKeys());
    // What is being removed is as good as here: it does not come back.
    const removed = coming.entries.filter((each) => wished.has(jobKeyOf(each)));

    const link = merge(coming.links, await readRows(links, coming.links, keyOf), keyOf, mergeLink);
    const here = await readRows(entries, coming.entries, keyOfEntry);
    const entry = merge(coming.entries, [...removed, ...here], keyOfEntry, fillMissingFields);
    const newAccounts = await findNewRows(accounts, coming.accounts, (account) => account.id);
    const unheard = await findNewRows(attempts, coming.attempts, keyOf);
    const newAttempts = await findNewRows(links, unheard, keyOf);

    await Promise.all([
      ...newAccounts.map((row) => accounts.put(row)),
      ...link.changed.map((row) => links.put(row)),
      ...entry.changed.map((row) => entries.put(row, keyOfEntry(row))),
      ...newAttempts.map((row) => attempts.put(row)),
    ]);
    return { links: link.tally, entries: entry.tally, attempts: newAttempts.length };
  });
}

/** A store, as far as it is read here. */
interface Store<T> {
  get(key: string): Promise<T | undefined>;
  getAll(range: IDBKeyRange): Promise<T[]>;
  count(range: IDBKeyRange): Promise<number>;
}

/**
 * The rows that are here with these keys, and maybe others. A file of ours is in the order of its keys,
 * so that mostly two requests do for all of them. (One for each row: an import took 2.5 times as long.)
 */
async function readRows<T, R>(
  store: Store<T>,
  rows: readonly R[],
  keyFor: (row: R) => string,
): Promise<T[]> {
  const keys = rows.map(keyFor).toSorted(); // as the database does: by UTF-16 units
  if (keys.length === 0) return [];
  const range = IDBKeyRange.bound(keys[0], keys.at(-1));
  if ((await store.count(range)) <= 2 * keys.length) return store.getAll(range);
  const found = await Promise.all(keys.map((key) => store.get(key)));
  return found.filter((row) => row !== undefined);
}

/** Those of `rows` whose keys are not there. */
async function findNewRows<T extends R, R>(
  store: Store<R>,
  rows: readonly T[],
  keyFor: (row: R) => string,
): Promise<T[]> {
  const there = new Set((await readRows(store, rows, keyFor)).map(keyFor));
  return rows.filter((row) => !there.has(keyFor(row)));
}

const keyOf = ({ key }: { key: string }): string => key;
const keyOfEntry = ({ account, id }: Entry): string => entryKey(account, id);
const jobKeyOf = (entry: Entry): string =>
  jobKey(entry.account, { kind: "save", link: null }, entry);

/** `join` gives a row that is here as it is to be, itself where nothing changes; null refuses the other. */
function merge<T>(
  coming: readonly T[],
  here: readonly T[],
  keyFor: (row: T) => string,
  join: (here: T, from: T) => T | null,
): { changed: T[]; tally: Tally } {
  const tally = emptyTally();
  const known = new Map(here.map((row) => [keyFor(row), row]));
  const changed = new Map<string, T>();
  for (const from of coming) {
    const key = keyFor(from);
    const before = changed.get(key) ?? known.get(key); // the same row may be in the file twice
    const row = before ? join(before, from) : from;
    tally[row === null ? "refused" : before ? "known" : "fresh"]++;
    if (row !== null && row !== before) changed.set(key, row);
  }
  return { changed: [...changed.values()], tally };
}

/** Two links with one key cannot be: the one that is here is believed. */
function mergeLink(here: Link, from: Link): Link | null {
  if (here.url !== from.url) return null;
  const id = here.id ?? from.id;
  const revokedAt = here.revokedAt ?? from.revokedAt;
  return id === here.id && revokedAt === here.revokedAt ? here : { ...here, id, revokedAt };
}

function fillMissingFields(here: Entry, from: Entry): Entry {
  const isNew = ([name, value]: [string, unknown]): boolean =>
    value !== null && (here[name as keyof Entry] ?? null) === null;
  const learned = Object.entries(from).filter(isNew);
  return learned.length === 0 ? here : { ...here, ...Object.fromEntries(learned) };
}
