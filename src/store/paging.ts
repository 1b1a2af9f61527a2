/** Rows a list shows at once. */
const ROWS = 50;

/** One screenful of a long list and where the next one begins; null at the end. */
export interface Page<T> {
  items: T[];
  next: number | null;
}

interface Cursor<T> {
  readonly value: T;
  continue(): Promise<Cursor<T> | null>;
}

/**
 * Reads one screenful from a cursor. Rows of the same instant as the last one are all taken, as
 * the next slice begins strictly after it.
 */
export async function readPage<T>(
  start: Cursor<T> | null,
  at: (item: T) => number,
): Promise<Page<T>> {
  const items: T[] = [];
  let last = 0;
  for (let cursor = start; cursor; cursor = await cursor.continue()) {
    const time = at(cursor.value);
    if (items.length >= ROWS && time !== last) return { items, next: last };
    items.push(cursor.value);
    last = time;
  }
  return { items, next: null };
}
