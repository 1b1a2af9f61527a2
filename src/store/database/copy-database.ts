import { STORES } from "./schema.ts";
import type { Database } from "./schema.ts";

/** Replaces all rows of `target` by those of `source`, in one transaction: all of them or none. */
export async function copyDatabase(source: Database, target: Database): Promise<void> {
  const read = source.transaction(STORES, "readonly");
  const rows = await Promise.all(
    STORES.map(async (name) => {
      const store = read.objectStore(name);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      return { name, keys, values, keyPath: store.keyPath };
    }),
  );
  const tx = target.transaction(STORES, "readwrite", { durability: "strict" });
  const written = rows.flatMap(({ name, keys, values, keyPath }) => {
    const store = tx.objectStore(name);
    const put = (value: (typeof values)[number], index: number) =>
      store.put(value, keyPath === null ? keys[index] : undefined);
    return [store.clear(), values.map(put)].flat<unknown[], 1>();
  });
  await Promise.all([...written, tx.done]);
}
