/** The database that is read, and its copy. */
export type Replica = "main" | "copy";

interface Buckets {
  open(name: string, options: { durability: "strict" }): Promise<{ indexedDB: IDBFactory }>;
  delete(name: string): Promise<void>;
}

/**
 * Storage buckets, where the browser has them. Chromium keeps all databases of an origin in one set of files, so that
 * one fault damages both, and a lost MANIFEST file makes every later `open` and even `deleteDatabase` fail. A bucket has
 * files of its own and can be deleted whole (both seen in Chromium 156). Firefox has no buckets, but gives each
 * database a file of its own. https://wicg.github.io/storage-buckets/
 */
const getBuckets = (): Buckets | undefined =>
  (globalThis.navigator as { storageBuckets?: Buckets } | undefined)?.storageBuckets;

/** The IndexedDB factory and the database's name with which one of the two is opened. */
export async function openFactory(
  replica: Replica,
): Promise<{ factory: IDBFactory; name: string }> {
  const bucket = await getBuckets()?.open(replica, { durability: "strict" });
  if (bucket) return { factory: bucket.indexedDB, name: "earmark" };
  return { factory: indexedDB, name: replica === "main" ? "earmark" : "earmark-copy" };
}

/** Deletes one of the two databases, even if it cannot be opened. */
export async function deleteReplica(replica: Replica): Promise<void> {
  const buckets = getBuckets();
  if (buckets) return buckets.delete(replica);
  const { factory, name } = await openFactory(replica);
  return deleteDatabase(factory, name);
}

/**
 * The name of version 1's database where it still has to be moved into a bucket; null where there is none, or where the
 * browser has no buckets, so that it stays where it is.
 */
export async function findV1Database(): Promise<string | null> {
  if (!getBuckets()) return null;
  const databases = await indexedDB.databases();
  return databases.some(({ name }) => name === V1_NAME) ? V1_NAME : null;
}

const V1_NAME = "earmark";

/** Deletes a database. Rejects with the browser's DOMException. */
export function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.addEventListener("success", () => resolve());
    request.addEventListener("error", () => reject(request.error));
  });
}
