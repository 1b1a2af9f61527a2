import { openReplica, openDatabase } from "./open-database.ts";
import { findV1Database, deleteDatabase } from "./replicas.ts";
import { copyDatabase } from "./copy-database.ts";

/** What version 1 left outside of the bucket that is used now is taken along, once, and then removed there. */
export async function migrateFromV1(): Promise<void> {
  try {
    const name = await findV1Database();
    if (name !== null) await copyFromV1(name);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    console.warn("What version 1 left could not be taken over.", error); // the next start tries again
  }
}

async function copyFromV1(name: string): Promise<void> {
  const old = await openDatabase(name);
  const main = await openReplica("main");
  const isNew = !(await main.get("marks", "generation"));
  if (isNew) await copyDatabase(old, main);
  for (const each of [main, old]) each.close();
  await deleteDatabase(indexedDB, name);
}
