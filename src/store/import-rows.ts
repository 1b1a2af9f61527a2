import type { Account } from "../model/account.ts";
import type { Attempt } from "../model/attempt.ts";
import { type Entry, entryKey } from "../model/entry.ts";
import { errandKey } from "../model/errand.ts";
import { type Imported, noTally, type Tally } from "../model/imported.ts";
import type { Link } from "../model/link.ts";
import type { Database } from "./schema.ts";
import { write } from "./write.ts";

/** Rows of a file; their accounts are those of this device, or keyless ones that come along. */
export interface Coming {
  accounts: readonly Account[];
  links: readonly Link[];
  attempts: readonly Attempt[];
  entries: readonly Entry[];
}

/**
 * Adds what is not here yet. What is here stays as it is, and only learns what it did not know; a link
 * that is revoked on either side is revoked. All of it is written, or nothing.
 */
export function addImported(db: Database, coming: Coming): Promise<Imported> {
  return write(db, ["accounts", "links", "attempts", "entries", "outbox"], async (tx) => {
    const accounts = tx.objectStore("accounts");
    const links = tx.objectStore("links");
    const attempts = tx.objectStore("attempts");
    const entries = tx.objectStore("entries");
    const wished = new Set(await tx.objectStore("outbox").getAllKeys());

    // All requests of a kind at once: a hundred thousand rows are waited for, but not one by one.
    const knownAccounts = await Promise.all(coming.accounts.map(({ id }) => accounts.getKey(id)));
    const newAccounts = coming.accounts.filter((_, at) => knownAccounts[at] === undefined);

    const knownLinks = await Promise.all(coming.links.map(({ key }) => links.get(key)));
    const link = merge(coming.links, knownLinks, ({ key }) => key, mergeLink);

    const keys = coming.entries.map(({ account, id }) => entryKey(account, id));
    const knownEntries = await Promise.all(keys.map((key) => entries.get(key)));
    const entry = merge(coming.entries, knownEntries, keyOfEntry, (here, from) =>
      // What is in the outbox is as the person wished it, also when that is: not there any more.
      wished.has(errandOf(from)) ? (here ?? "known") : fillIn(here, from),
    );

    const settled = await Promise.all(
      coming.attempts.map(async ({ key }) => [await attempts.getKey(key), await links.getKey(key)]),
    );
    const newAttempts = coming.attempts.filter((_, at) => settled[at]?.every((key) => !key));

    await Promise.all([
      ...newAccounts.map((row) => accounts.put(row)),
      ...link.changed.map((row) => links.put(row)),
      ...entry.changed.map((row) => entries.put(row, keyOfEntry(row))),
      ...newAttempts.map((row) => attempts.put(row)),
    ]);
    return { links: link.tally, entries: entry.tally, attempts: newAttempts.length };
  });
}

const keyOfEntry = ({ account, id }: Entry): string => entryKey(account, id);
const errandOf = (entry: Entry): string =>
  errandKey(entry.account, { kind: "save", link: null }, entry);

/** `join` gives the row as it is to be: the very one that is here where nothing changes. */
function merge<T>(
  coming: readonly T[],
  here: readonly (T | undefined)[],
  keyOf: (row: T) => string,
  join: (here: T | undefined, from: T) => T | "known" | "refused",
): { changed: T[]; tally: Tally } {
  const tally = noTally();
  const known = new Map<string, T>();
  const changed = new Map<string, T>();
  for (const row of here) if (row) known.set(keyOf(row), row);
  for (const from of coming) {
    const key = keyOf(from);
    const before = changed.get(key) ?? known.get(key); // the same row may be in the file twice
    const row = join(before, from);
    if (row === "refused") tally.refused++;
    else if (row === "known" || before) tally.known++;
    else tally.fresh++;
    if (typeof row === "object" && row !== before) changed.set(key, row as T);
  }
  return { changed: [...changed.values()], tally };
}

/** Two links with one key cannot be: the one that is here is believed. */
function mergeLink(here: Link | undefined, from: Link): Link | "refused" {
  if (!here) return from;
  if (here.url !== from.url) return "refused";
  const id = here.id ?? from.id;
  const revokedAt = here.revokedAt ?? from.revokedAt;
  return id === here.id && revokedAt === here.revokedAt ? here : { ...here, id, revokedAt };
}

const LEARNED = ["title", "duration", "artist", "album", "artwork"] as const;

function fillIn(here: Entry | undefined, from: Entry): Entry {
  if (!here) return from;
  const learned = LEARNED.filter((name) => (here[name] ?? null) === null && from[name] !== null);
  if (learned.length === 0) return here;
  return { ...here, ...Object.fromEntries(learned.map((name) => [name, from[name]])) };
}
