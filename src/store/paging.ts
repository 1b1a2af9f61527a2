import { toEntryKey } from "../model/library-entry.ts";
import type { Entry } from "../model/library-entry.ts";
import type { StoredLink } from "../model/stored-link.ts";
import type { Database } from "./database/schema.ts";

/** How many rows a list shows at a time. */
const PAGE_ROWS = 50;

/** One page of a long list. */
export interface Page<T> {
  items: T[];
  /** The time of the last item, from which the next page goes on; null at the end of the list. */
  next: number | null;
}

interface Cursor<T> {
  readonly value: T;
  continue(): Promise<Cursor<T> | null>;
}

/**
 * Reads one page of rows from a cursor that goes by time. Rows with the same time as the last one are all taken,
 * because the next page begins strictly after that time.
 */
export async function readPage<T>(
  start: Cursor<T> | null,
  getTime: (item: T) => number,
): Promise<Page<T>> {
  const items: T[] = [];
  let last = 0;
  for (let cursor = start; cursor; cursor = await cursor.continue()) {
    const time = getTime(cursor.value);
    if (items.length >= PAGE_ROWS && time !== last) return { items, next: last };
    items.push(cursor.value);
    last = time;
  }
  return { items, next: null };
}

/** How many rows an export reads at a time: few enough for memory, and enough that few requests do. */
const BATCH_ROWS = 1000;

/** Reads all links in batches, in the order of their keys, so that links added meanwhile disturb nothing. */
export function readLinkBatches(db: Database): AsyncGenerator<StoredLink[]> {
  return readBatches(
    (range) => db.getAll("links", range, BATCH_ROWS),
    ({ key }) => key,
  );
}

/** Reads all entries in batches, in the same way. */
export function readEntryBatches(db: Database): AsyncGenerator<Entry[]> {
  return readBatches(
    (range) => db.getAll("entries", range, BATCH_ROWS),
    ({ account, id }) => toEntryKey(account, id),
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
