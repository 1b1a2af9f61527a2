import { wrap } from "idb";
import { openFactory, type Replica } from "./replicas.ts";
import { type Database, upgrade, VERSION } from "./schema.ts";

export type { Database } from "./schema.ts";

/** Opens the database that the app reads, at its place. */
export const openMainDatabase = (): Promise<Database> => openReplica("main");

/** Opens one of the two copies. */
export async function openReplica(place: Replica): Promise<Database> {
  const { factory, name } = await openFactory(place);
  return openDatabase(name, factory);
}

/**
 * Opens a database and brings it up to date. Rejects with the browser's DOMException; one that a
 * newer Earmark wrote (VersionError) is opened as it is, and nothing is written to it.
 */
export async function openDatabase(name: string, factory = indexedDB): Promise<Database> {
  try {
    return await open(factory, name, VERSION);
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "VersionError") throw error;
    return open(factory, name);
  }
}

function open(factory: IDBFactory, name: string, version?: number): Promise<Database> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, version);
    request.addEventListener("upgradeneeded", ({ oldVersion }) => {
      if (request.transaction) upgrade(request.result, request.transaction, oldVersion);
    });
    request.addEventListener("error", () => reject(request.error));
    request.addEventListener("success", () => {
      const db = request.result;
      // A newer version wants in: give way at once rather than block its upgrade.
      db.addEventListener("versionchange", () => db.close());
      resolve(wrap(db) as Database);
    });
  });
}
