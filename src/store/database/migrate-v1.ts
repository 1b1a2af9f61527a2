import { copyDatabase } from "./copy-database.ts";
import { openReplica, openDatabase } from "./open-database.ts";
import { findV1Database, deleteDatabase } from "./replicas.ts";

/**
 * Moves the database of version 1, which was not in a storage bucket, into the bucket that is used now, once. Does
 * nothing where there is none. If it fails it warns, and the next start tries again.
 */
export async function migrateFromV1(): Promise<void> {
  try {
    const name = await findV1Database();
    if (name !== null) await moveFromV1(name);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    console.warn("What version 1 left could not be taken over.", error);
  }
}

async function moveFromV1(name: string): Promise<void> {
  const old = await openDatabase(name);
  const main = await openReplica("main");
  const isEmpty = !(await main.get("marks", "generation"));
  if (isEmpty) await copyDatabase(old, main);
  for (const db of [main, old]) db.close();
  await deleteDatabase(indexedDB, name);
}
