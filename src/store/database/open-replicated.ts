import { migrateFromV1 } from "./migrate-v1.ts";
import { openReplica } from "./open-database.ts";
import { type Replica, deleteReplica } from "./replicas.ts";
import { type Database, VERSION } from "./schema.ts";
import { copyDatabase } from "./copy-database.ts";
import { attachReplica } from "./transaction.ts";

/** Outlives a damaged database: how many writes there were. Holds no secret. */
export interface WriteCounter {
  read(): Promise<number>;
  write(generation: number): void;
}

/** What was found at the start: which copy had to be written anew, and whether both are behind. */
export interface ReplicaHealth {
  repaired: Replica | null;
  /** The sentinel saw writes that neither copy has: something is lost for good. */
  lost: boolean;
  /** How many writes are there; what the sentinel is to begin from when something was lost. */
  generation: number;
}

/**
 * Opens the database with its second copy. A copy that is damaged, silently empty or behind is
 * written anew from the other, before anybody reads it. A newer Earmark's are left as they are.
 */
export async function openReplicated(
  sentinel: WriteCounter,
): Promise<{ db: Database; health: ReplicaHealth }> {
  await migrateFromV1();
  const [main, copy, seen] = await Promise.all([
    inspectReplica("main"),
    inspectReplica("copy"),
    sentinel.read(),
  ]);
  const generation = Math.max(main.generation, copy.generation, 0);
  const health = { repaired: null, lost: generation < seen, generation };
  if (main.db && [main, copy].some(({ db }) => db && db.version > VERSION)) {
    return { db: main.db, health };
  }
  // Rows can be missing without an older generation only where the disk lied; more links then win.
  const ahead = main.generation - copy.generation || main.links - copy.links;
  const newer = ahead < 0 ? copy.db : null;
  const db = newer ? await rebuild(newer, main) : (main.db ?? (await recreateReplica("main")));
  const same = ahead === 0 && copy.db !== null;
  const second = newer ?? (same ? copy.db : await rebuildCopy(db, copy));
  attachReplica(db, {
    copy: second,
    onWritten: sentinel.write,
    onCopyFailed: (error) => console.warn("The second copy could not be written.", error),
  });
  if (newer) return { db, health: { ...health, repaired: "main" } };
  return { db, health: same || !second ? health : { ...health, repaired: "copy" } };
}

interface Inspection {
  place: Replica;
  /** null when it cannot be opened or read. */
  db: Database | null;
  generation: number;
  links: number;
}

async function inspectReplica(place: Replica): Promise<Inspection> {
  try {
    const db = await openReplica(place);
    const generation = (await db.get("marks", "generation")) ?? 0;
    return { place, db, generation, links: await db.count("links") };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { place, db: null, generation: -1, links: 0 };
  }
}

/** Writes `to` anew. */
async function rebuild(source: Database, to: Inspection): Promise<Database> {
  const target = to.db ?? (await recreateReplica(to.place));
  await copyDatabase(source, target);
  return target;
}

/** Null when the copy cannot be written anew: then there is none until the next start. */
async function rebuildCopy(source: Database, copy: Inspection): Promise<Database | null> {
  try {
    return await rebuild(source, copy);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    console.warn("The second copy could not be mended.", error);
    return null;
  }
}

async function recreateReplica(place: Replica): Promise<Database> {
  await deleteReplica(place);
  return openReplica(place);
}
