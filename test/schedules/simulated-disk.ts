import { IDBFactory } from "fake-indexeddb";
import type { Replica } from "../../src/store/database/replicas.ts";
import { STORES } from "../../src/store/database/schema.ts";

/** What happens to one of the two replicas while no background runs. */
export type Damage = "empty" | "unreadable";

/** Every row of a replica, by store. */
export type Rows = Readonly<Record<string, readonly unknown[]>>;

/** Both replicas on a simulated disk, which outlives every background. */
export interface Disk {
  /** `navigator.storageBuckets` of the background. */
  readonly storageBuckets: object;
  damage(replica: Replica, damage: Damage): void;
  /** Whether a background opened the replicas since the last damage: no data survives damage to both at once. */
  readonly isRepaired: boolean;
  /** The background was stopped: each transaction that it was writing is committed or aborted as a whole. */
  endTransactions(isCommitted: () => boolean): void;
  readRows(replica: Replica): Promise<Rows>;
}

/** `assertRunning` throws once the background is stopped; `instance` tells which background runs. */
export function createDisk(assertRunning: () => void, instance: () => number): Disk {
  const factories = new Map<string, IDBFactory>();
  const unreadable = new Set<string>();
  let isRepaired = true;
  const openTransactions = new Set<IDBTransaction>();
  const getFactory = (replica: string): IDBFactory => {
    const known = factories.get(replica) ?? new IDBFactory();
    factories.set(replica, known);
    return known;
  };

  /** Makes a connection refuse transactions once the background that opened it is stopped. */
  function guardConnection(connection: IDBDatabase): void {
    const owner = instance();
    isRepaired = true;
    const begin = connection.transaction.bind(connection);
    connection.transaction = (...parameters: Parameters<IDBDatabase["transaction"]>) => {
      assertRunning();
      if (owner !== instance()) throw new Error("a stopped background still writes");
      const tx = begin(...parameters);
      if (parameters[1] === "readwrite") {
        openTransactions.add(tx);
        for (const end of ["complete", "abort"]) {
          tx.addEventListener(end, () => openTransactions.delete(tx));
        }
      }
      return tx;
    };
  }

  function open(replica: string, name: string, version?: number): IDBOpenDBRequest {
    assertRunning();
    if (unreadable.has(replica)) return createFailedOpen();
    const request = getFactory(replica).open(name, version);
    request.addEventListener("success", () => guardConnection(request.result));
    return request;
  }

  return {
    storageBuckets: {
      open: async (replica: string) => ({
        indexedDB: { open: (name: string, version?: number) => open(replica, name, version) },
      }),
      async delete(replica: string) {
        assertRunning();
        unreadable.delete(replica);
        factories.delete(replica);
      },
    },
    get isRepaired() {
      return isRepaired;
    },
    damage(replica, damage) {
      isRepaired = false;
      if (damage === "empty") factories.delete(replica);
      else unreadable.add(replica);
    },
    endTransactions(isCommitted) {
      for (const tx of openTransactions) if (!isCommitted()) tx.abort();
      openTransactions.clear();
    },
    async readRows(replica) {
      const db = await waitForRequest(getFactory(replica).open("earmark"));
      const rows: Record<string, unknown[]> = {};
      const tx = db.transaction(STORES as string[]);
      for (const name of STORES) rows[name] = await waitForRequest(tx.objectStore(name).getAll());
      db.close();
      return rows;
    },
  };
}

/** The error that Chromium gives when a file of the database is missing. */
function createFailedOpen(): IDBOpenDBRequest {
  const request = Object.assign(new EventTarget(), {
    error: new DOMException("the files cannot be read", "UnknownError"),
  });
  setImmediate(() => request.dispatchEvent(new Event("error")));
  return request as unknown as IDBOpenDBRequest;
}

function waitForRequest<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
