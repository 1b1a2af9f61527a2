import { expect, test } from "vitest";
import type { Page } from "../../store/paging.ts";
import { createPagedList } from "./paged-list.ts";

test("a superseded load resolves only when the newer one has set the rows", async () => {
  const readings: PromiseWithResolvers<Page<string>>[] = [];
  const list = createPagedList(() => {
    const reading = Promise.withResolvers<Page<string>>();
    readings.push(reading);
    return reading.promise;
  });
  let first = false;
  const old = list.load().then(() => (first = true));
  const newer = list.load();
  readings[0]?.resolve({ items: ["old"], next: null });
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
  expect([first, list.rows.value]).toEqual([false, null]);
  readings[1]?.resolve({ items: ["new"], next: null });
  await Promise.all([old, newer]);
  expect(list.rows.value).toEqual(["new"]);
});

test("keeps the rows of Show more when the list is reloaded meanwhile", async () => {
  const all = [5, 4, 3, 2, 1];
  const list = createPagedList(async (before) => {
    const items = all.filter((each) => before === null || each < before).slice(0, 2);
    const end = items.at(-1) ?? 0;
    return { items, next: end > 1 ? end : null };
  });
  await list.load();
  await Promise.all([list.load(), list.loadMore()]);
  expect(list.rows.value).toEqual([5, 4, 3, 2]);
  await list.load();
  expect(list.rows.value).toEqual([5, 4, 3, 2]);
});
