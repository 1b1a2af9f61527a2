import { ok, type Result } from "../../model/failure.ts";
import type { Page } from "../../providers/contract/adapter.ts";

/**
 * Every item of a list, page by page; `onPage` sees what each page brought, before the next is
 * asked for. A page with nothing new is the end, whatever it says: it would be followed by itself.
 */
export async function readAllPages<T extends { id: string }>(
  ask: (cursor: string | null) => Promise<Result<Page<T>>>,
  onPage?: (fresh: T[]) => Promise<void>,
): Promise<Result<T[]>> {
  const all = new Map<string, T>();
  let cursor: string | null = null;
  do {
    const page: Result<Page<T>> = await ask(cursor);
    if (!page.ok) return page;
    const fresh = page.value.items.filter(({ id }) => !all.has(id));
    for (const item of fresh) all.set(item.id, item);
    await onPage?.(fresh);
    cursor = fresh.length > 0 ? page.value.next : null;
  } while (cursor !== null);
  return ok([...all.values()]);
}
