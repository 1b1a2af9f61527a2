import { type Entry, entryKey } from "../model/entry.ts";
import type { Link } from "../model/link.ts";
import type { Database } from "./database/schema.ts";

/** Rows read at once: few enough to be held, enough not to be waited for one by one. */
const ROWS = 1000;

/** Every link, some at a time and in the order of their keys, which nothing that is added meanwhile upsets. */
export function readLinkBatches(db: Database): AsyncGenerator<Link[]> {
  return readBatches(
    (range) => db.getAll("links", range, ROWS),
    ({ key }) => key,
  );
}

/** Every entry, in the same way. */
export function readEntryBatches(db: Database): AsyncGenerator<Entry[]> {
  return readBatches(
    (range) => db.getAll("entries", range, ROWS),
    ({ account, id }) => entryKey(account, id),
  );
}

async function* readBatches<T>(
  read: (range: IDBKeyRange | null) => Promise<T[]>,
  keyOf: (row: T) => string,
): AsyncGenerator<T[]> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const rows: T[] = await read(range);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    range = IDBKeyRange.lowerBound(keyOf(last), true);
  }
}
