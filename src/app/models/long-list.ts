import { signal } from "@preact/signals";
import type { Slice } from "../../store/slice.ts";

export type LongList<T> = ReturnType<typeof createLongList<T>>;

/** A list that is read a screenful at a time, and read again when it has changed. */
export function createLongList<T>(read: (before: number | null) => Promise<Slice<T>>) {
  /** null until the first screenful is here. */
  const rows = signal<T[] | null>(null);
  const next = signal<number | null>(null);
  let turn = 0;

  /** Reads again as much as is shown. Of several calls at once only the last one counts. */
  async function load(): Promise<void> {
    const mine = ++turn;
    const shown = rows.peek()?.length ?? 0;
    let slice = await read(null);
    const items = [...slice.items];
    while (items.length < shown && slice.next !== null) {
      slice = await read(slice.next);
      items.push(...slice.items);
    }
    if (mine !== turn) return;
    rows.value = items;
    next.value = slice.next;
  }

  /** The next screenful, below what is shown. */
  async function more(): Promise<void> {
    const before = next.peek();
    if (before === null) return;
    const mine = ++turn;
    const slice = await read(before);
    if (mine !== turn) return;
    rows.value = [...(rows.peek() ?? []), ...slice.items];
    next.value = slice.next;
  }

  return { rows, next, load, more };
}
