import type { IDBPTransaction } from "idb";
import { failpoint } from "../../model/failpoint.ts";
import { StorageError } from "../../model/storage-error.ts";
import { type Database, type Schema, type Stores, VERSION } from "./schema.ts";

type Writing<S extends Stores> = IDBPTransaction<Schema, S, "readwrite">;
type Work<S extends Stores, T> = (tx: Writing<S>) => Promise<T>;

interface Replication {
  /** null when there is none, or when it has missed a write: it must stay behind, else nobody would see that. */
  copy: Database | null;
  /** Is told how many writes there were, once the last one is on disk. */
  onWritten: (generation: number) => void;
  /** Is told that the copy could not be written; it is healed at the next start. */
  onCopyFailed: (error: unknown) => void;
}

const replications = new WeakMap<Database, Replication & { last: Promise<void> }>();

/** From now on what is written to `main` is written to its copy, too, before it counts as written. */
export function attachReplica(main: Database, follower: Replication): void {
  replications.set(main, { ...follower, last: Promise.resolve() });
}

/**
 * Runs `work` in one transaction and resolves when it is on disk, in both copies. Only `oncomplete`
 * says so: with the quota exhausted Chromium fires a request's success first and aborts the
 * transaction after it. `work` runs once on each copy, so it must depend on nothing but the rows.
 * @throws {StorageError} when nothing was written.
 */
export async function runTransaction<const S extends Stores, T>(
  db: Database,
  stores: S,
  work: Work<S, T>,
): Promise<T> {
  if (db.version > VERSION) throw new StorageError("the database is a newer Earmark's");
  let generation = 0;
  const value = await runInDatabase(db, stores, async (tx) => {
    const marks = tx.objectStore("marks");
    generation = ((await marks.get("generation")) ?? 0) + 1;
    await marks.put(generation, "generation");
    return work(tx as unknown as Writing<S>);
  }).catch((cause: unknown) => {
    if (!(cause instanceof DOMException)) throw cause;
    throw new StorageError("nothing was written", { cause });
  });
  await replicate(db, stores, work, generation);
  return value;
}

/** Copies are written in the order in which the database was. */
async function replicate<S extends Stores>(
  db: Database,
  stores: S,
  work: Work<S, unknown>,
  generation: number,
): Promise<void> {
  const follower = replications.get(db);
  if (!follower) return;
  const before = follower.last;
  follower.last = (async () => {
    await before;
    if (__TESTING__) await failpoint("write:between-copies");
    if (follower.copy) await runInCopy(follower, follower.copy, stores, work, generation);
    // Also without a copy: then a loss of the database would be noticed all the same.
    follower.onWritten(generation);
  })();
  await follower.last;
}

async function runInCopy<S extends Stores>(
  follower: Replication,
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
    follower.copy = null;
    follower.onCopyFailed(error);
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
  const worked = work(tx).catch((error: unknown) => {
    abort(tx);
    throw error;
  });
  const [value] = await Promise.all([worked, tx.done]);
  return value;
}

/** Not every failure aborts by itself: a value that cannot be stored is refused before it is a request. */
function abort(tx: Writing<Stores>): void {
  try {
    tx.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // else a failed request has aborted it already
  }
}
