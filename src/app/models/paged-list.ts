import { signal } from "@preact/signals";
import type { Page } from "../../store/paging.ts";

export type PagedList<T> = ReturnType<typeof createPagedList<T>>;

/** A list that is read one page at a time, and can be read again when it has changed. */
export function createPagedList<T>(readPage: (before: number | null) => Promise<Page<T>>) {
  /** null until the first page is read. */
  const rows = signal<T[] | null>(null);
  /** The cursor of the next page; null when there is none. */
  const next = signal<number | null>(null);
  let latestTurn = 0;
  let latest: Promise<void> = Promise.resolve();

  async function take(turn: number, reading: Promise<Page<T>>): Promise<void> {
    const page = await reading;
    if (turn !== latestTurn) return latest;
    rows.value = page.items;
    next.value = page.next;
  }

  /** Of several readings at once only the latest counts; all resolve when its rows are set. */
  function show(reading: Promise<Page<T>>): Promise<void> {
    latest = take(++latestTurn, reading);
    return latest;
  }

  async function readAsManyAsShown(): Promise<Page<T>> {
    const shown = rows.peek()?.length ?? 0;
    let page = await readPage(null);
    const items = [...page.items];
    while (items.length < shown && page.next !== null) {
      page = await readPage(page.next);
      items.push(...page.items);
    }
    return { items, next: page.next };
  }

  async function readNextPage(before: number): Promise<Page<T>> {
    const page = await readPage(before);
    return { items: [...(rows.peek() ?? []), ...page.items], next: page.next };
  }

  /** Reads as many rows again as are shown. */
  const load = (): Promise<void> => show(readAsManyAsShown());

  /** Adds the next page below the rows that are shown. */
  async function loadMore(): Promise<void> {
    const before = next.peek();
    if (before !== null) await show(readNextPage(before));
  }

  return { rows, next, load, loadMore };
}
