import { signal } from "@preact/signals";
import type { Page } from "../../store/paging.ts";

export type LongList<T> = ReturnType<typeof createLongList<T>>;

/** A list that is read a screenful at a time, and read again when it has changed. */
export function createLongList<T>(read: (before: number | null) => Promise<Page<T>>) {
  /** null until the first screenful is here. */
  const rows = signal<T[] | null>(null);
  const next = signal<number | null>(null);
  let turn = 0;
  let last: Promise<void> = Promise.resolve();

  async function take(mine: number, reading: Promise<Page<T>>): Promise<void> {
    const slice = await reading;
    if (mine !== turn) return last;
    rows.value = slice.items;
    next.value = slice.next;
  }

  /** Of several readings at once only the last one counts; all resolve when that is in the rows. */
  function show(reading: Promise<Page<T>>): Promise<void> {
    last = take(++turn, reading);
    return last;
  }

  async function readShown(): Promise<Page<T>> {
    const shown = rows.peek()?.length ?? 0;
    let slice = await read(null);
    const items = [...slice.items];
    while (items.length < shown && slice.next !== null) {
      slice = await read(slice.next);
      items.push(...slice.items);
    }
    return { items, next: slice.next };
  }

  async function readOn(before: number): Promise<Page<T>> {
    const slice = await read(before);
    return { items: [...(rows.peek() ?? []), ...slice.items], next: slice.next };
  }

  /** Reads again as much as is shown. */
  const load = (): Promise<void> => show(readShown());

  /** The next screenful, below what is shown. */
  async function more(): Promise<void> {
    const before = next.peek();
    if (before !== null) await show(readOn(before));
  }

  return { rows, next, load, more };
}
