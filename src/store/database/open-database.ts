import { wrap } from "idb";
import { openFactory } from "./replicas.ts";
import type { Replica } from "./replicas.ts";
import { upgrade, VERSION } from "./schema.ts";
import type { Database } from "./schema.ts";

/** Opens the main database without its copy: for the app, which only reads. */
export const openMainDatabase = (): Promise<Database> => openReplica("main");

/** Opens one of the two databases. */
export async function openReplica(replica: Replica): Promise<Database> {
  const { factory, name } = await openFactory(replica);
  return openDatabase(name, factory);
}

/**
 * Opens a database and upgrades its schema. One that a newer Earmark wrote (VersionError) is opened as it is; writes to
 * it are refused (`runTransaction`). Rejects with the browser's DOMException.
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
      // Closes at once when a newer version of the extension wants to upgrade, as an open connection blocks that.
      db.addEventListener("versionchange", () => db.close());
      resolve(wrap(db) as Database);
    });
  });
}
