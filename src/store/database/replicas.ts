/** The database in use, and its second copy. */
export type Replica = "main" | "copy";

interface Buckets {
  open(name: string, options: { durability: "strict" }): Promise<{ indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/**
 * Chromium keeps all databases of an origin in one set of files, where one fault takes both copies,
 * and where a lost MANIFEST makes every later `open` and even `deleteDatabase` fail. A storage bucket
 * has files of its own and can be thrown away whole (both seen in Chromium 156). Firefox has no
 * buckets and gives each database a file of its own. https://wicg.github.io/storage-buckets/
 */
const buckets = (): Buckets | undefined =>
  (globalThis.navigator as { storageBuckets?: Buckets } | undefined)?.storageBuckets;

/** Where a database is opened, and under which name. */
export async function openFactory(place: Replica): Promise<{ factory: IDBFactory; name: string }> {
  const bucket = await buckets()?.open(place, { durability: "strict" });
  if (bucket) return { factory: bucket.indexedDB, name: "earmark" };
  return { factory: indexedDB, name: place === "main" ? "earmark" : "earmark-copy" };
}

/** Throws away what is at a place, readable or not. */
export async function deleteReplica(place: Replica): Promise<void> {
  const all = buckets();
  if (all) return all.delete(place);
  const { factory, name } = await openFactory(place);
  return deleteDatabase(factory, name);
}

/** Version 1 was in no bucket. Null where there is nothing of it, or where it is in its place. */
export async function findV1Database(): Promise<string | null> {
  if (!buckets()) return null;
  const all = await indexedDB.databases();
  return all.some(({ name }) => name === V1) ? V1 : null;
}

const V1 = "earmark";

/** Deletes a database. Rejects with the browser's DOMException. */
export function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(request.error));
  });
}
