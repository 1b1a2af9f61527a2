import { ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { ListPage } from "../../providers/contract/adapter.ts";

/**
 * Reads all items of a list that a service gives page by page. `onPage` gets each page's new items before the next
 * page is requested. A page without new items ends the list whatever cursor it names, as that could lead to itself.
 */
export async function readAllPages<T extends { id: string }>(
  readPage: (cursor: string | null) => Promise<Result<ListPage<T>>>,
  onPage?: (newItems: T[]) => Promise<void>,
): Promise<Result<T[]>> {
  const items = new Map<string, T>();
  let cursor: string | null = null;
  do {
    const page: Result<ListPage<T>> = await readPage(cursor);
    if (!page.ok) return page;
    const newItems = page.value.items.filter(({ id }) => !items.has(id));
    for (const item of newItems) items.set(item.id, item);
    await onPage?.(newItems);
    cursor = newItems.length > 0 ? page.value.next : null;
  } while (cursor !== null);
  return ok([...items.values()]);
}
