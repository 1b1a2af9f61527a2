import { copyDatabase } from "./copy-database.ts";
import { migrateFromV1 } from "./migrate-v1.ts";
import { openReplica } from "./open-database.ts";
import { deleteReplica } from "./replicas.ts";
import type { Replica } from "./replicas.ts";
import { VERSION } from "./schema.ts";
import type { Database } from "./schema.ts";
import { attachReplica } from "./transaction.ts";

/** Keeps the number of writes outside of the databases, so that it survives when they are damaged. */
export interface WriteCounter {
  read(): Promise<number>;
  write(generation: number): void;
}

/** The state in which the two databases were found. */
export interface ReplicaHealth {
  /** Which of them was damaged or behind, and was rewritten from the other; null when none was. */
  repaired: Replica | null;
  /** True when the write counter counted writes that neither database has: their rows are gone. */
  lost: boolean;
  /** The number of the last write that is there; after a loss the write counter starts again from it. */
  generation: number;
}

/**
 * Opens the main database and its copy, for the background, which alone writes. The generation (the number of writes)
 * of each shows which is newer. One that cannot be opened, was emptied by the browser without an error, or is behind
 * is rewritten from the other before anything is read. Databases of a newer Earmark are left as they are.
 */
export async function openReplicated(
  writeCounter: WriteCounter,
): Promise<{ db: Database; health: ReplicaHealth }> {
  await migrateFromV1();
  const [main, copy, counted] = await Promise.all([
    inspectReplica("main"),
    inspectReplica("copy"),
    writeCounter.read(),
  ]);
  const generation = Math.max(main.generation, copy.generation, 0);
  const health = { repaired: null, lost: generation < counted, generation };
  if (main.db && [main, copy].some(({ db }) => db && db.version > VERSION)) {
    return { db: main.db, health };
  }
  // With the same generation, rows are missing only where the disk did not store what it said it had stored. Then the
  // database with more links is taken.
  const ahead = main.generation - copy.generation || main.links - copy.links;
  const newerCopy = ahead < 0 ? copy.db : null;
  const db = newerCopy
    ? await rebuild(newerCopy, main)
    : (main.db ?? (await recreateReplica("main")));
  const isSame = ahead === 0 && copy.db !== null;
  const second = newerCopy ?? (isSame ? copy.db : await rebuildCopy(db, copy));
  attachReplica(db, {
    copy: second,
    onWritten: writeCounter.write,
    onCopyFailed: (error) => console.warn("The second copy could not be written.", error),
  });
  if (newerCopy) return { db, health: { ...health, repaired: "main" } };
  return { db, health: isSame || !second ? health : { ...health, repaired: "copy" } };
}

interface Inspection {
  replica: Replica;
  /** Null when it cannot be opened or read. */
  db: Database | null;
  /** -1 when it cannot be opened or read. */
  generation: number;
  /** How many links it has. */
  links: number;
}

async function inspectReplica(replica: Replica): Promise<Inspection> {
  try {
    const db = await openReplica(replica);
    const generation = (await db.get("marks", "generation")) ?? 0;
    return { replica, db, generation, links: await db.count("links") };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { replica, db: null, generation: -1, links: 0 };
  }
}

/** Rewrites a damaged database from the other one, after deleting it when it cannot be opened. */
async function rebuild(source: Database, damaged: Inspection): Promise<Database> {
  const target = damaged.db ?? (await recreateReplica(damaged.replica));
  await copyDatabase(source, target);
  return target;
}

/** Like `rebuild`, but null when the copy cannot be written: then there is no copy until the next start. */
async function rebuildCopy(source: Database, copy: Inspection): Promise<Database | null> {
  try {
    return await rebuild(source, copy);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    console.warn("The second copy could not be mended.", error);
    return null;
  }
}

async function recreateReplica(replica: Replica): Promise<Database> {
  await deleteReplica(replica);
  return openReplica(replica);
}
