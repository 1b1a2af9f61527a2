import type { IDBPTransaction } from "idb";
import { failpoint } from "../../model/failpoint.ts";
import { StorageError } from "../../model/storage-error.ts";
import { VERSION } from "./schema.ts";
import type { Database, Schema, Stores } from "./schema.ts";

type Writing<S extends Stores> = IDBPTransaction<Schema, S, "readwrite">;
type Work<S extends Stores, T> = (tx: Writing<S>) => Promise<T>;

interface Replication {
  /**
   * Null when there is none, or once it has missed a write. After a missed write it gets no further ones, so that its
   * generation stays behind and the next start rebuilds it.
   */
  copy: Database | null;
  /** Called with the number of writes once the last one is on disk. */
  onWritten: (generation: number) => void;
  /** Called when the copy could not be written; the next start rebuilds it. */
  onCopyFailed: (error: unknown) => void;
}

const replications = new WeakMap<Database, Replication & { last: Promise<void> }>();

/** From now on `runTransaction` on `main` writes to its copy as well, and resolves when both are on disk. */
export function attachReplica(main: Database, replication: Replication): void {
  replications.set(main, { ...replication, last: Promise.resolve() });
}

/**
 * Runs `work` in one transaction and resolves when it is on disk, in both databases. It waits for the transaction to
 * complete: when the quota is exhausted, Chromium reports success for a request and aborts the transaction
 * afterwards. `work` runs once on each database, so its result must depend on nothing but the rows.
 * @throws {StorageError} when nothing was written.
 */
export async function runTransaction<const S extends Stores, T>(
  db: Database,
  stores: S,
  work: Work<S, T>,
): Promise<T> {
  if (db.version > VERSION) throw new StorageError("the database is a newer Earmark's");
  let generation = 0;
  const result = await runInDatabase(db, stores, async (tx) => {
    const marks = tx.objectStore("marks");
    generation = ((await marks.get("generation")) ?? 0) + 1;
    await marks.put(generation, "generation");
    return work(tx as unknown as Writing<S>);
  }).catch((cause: unknown) => {
    if (!(cause instanceof DOMException)) throw cause;
    throw new StorageError("nothing was written", { cause });
  });
  await replicate(db, stores, work, generation);
  return result;
}

/** Repeats `work` on the copy, in the same order as on the main database. */
async function replicate<S extends Stores>(
  db: Database,
  stores: S,
  work: Work<S, unknown>,
  generation: number,
): Promise<void> {
  const replication = replications.get(db);
  if (!replication) return;
  const previous = replication.last;
  replication.last = (async () => {
    await previous;
    if (__TESTING__) await failpoint("write:between-copies");
    if (replication.copy) await runInCopy(replication, replication.copy, stores, work, generation);
    // Also without a copy, so that a loss of the main database is noticed.
    replication.onWritten(generation);
  })();
  await replication.last;
}

async function runInCopy<S extends Stores>(
  replication: Replication,
  copy: Database,
  stores: S,
  work: Work<S, unknown>,
  generation: number,
): Promise<void> {
  try {
    await runInDatabase(copy, stores, async (tx) => {
      await tx.objectStore("marks").put(generation, "generation");
      return work(tx as unknown as Writing<S>);
    });
  } catch (error) {
    replication.copy = null;
    replication.onCopyFailed(error);
  }
}

async function runInDatabase<T>(
  db: Database,
  stores: Stores,
  work: (tx: Writing<Stores>) => Promise<T>,
): Promise<T> {
  const tx = db.transaction([...new Set([...stores, "marks" as const])], "readwrite", {
    durability: "strict",
  });
  const done = work(tx).catch((error: unknown) => {
    abort(tx);
    throw error;
  });
  const [result] = await Promise.all([done, tx.done]);
  return result;
}

/** Not every error aborts a transaction by itself: a value that cannot be cloned is refused before there is a request. */
function abort(tx: Writing<Stores>): void {
  try {
    tx.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // a failed request has aborted it already
  }
}
