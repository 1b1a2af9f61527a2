import { IDBFactory } from "fake-indexeddb";
import type { Replica } from "../../src/store/database/replicas.ts";
import { STORES } from "../../src/store/database/schema.ts";

/** What befalls one of the two copies while no background runs. */
export type Damage = "empty" | "unreadable";

/** Everything a copy holds, store by store. */
export type Rows = Readonly<Record<string, readonly unknown[]>>;

/** The two copies on disk, as backgrounds that come and go see them. */
export interface Disk {
  /** What the background opens: `navigator.storageBuckets`. */
  readonly buckets: object;
  damage(place: Replica, how: Damage): void;
  /** Nothing was damaged since a background last opened it: nothing survives two damages at once. */
  readonly whole: boolean;
  /** The background is gone: what it was writing is there as a whole, or not at all. */
  cut(keeps: () => boolean): void;
  rows(place: Replica): Promise<Rows>;
}

/** `gate` throws once the background that opened a connection is dead; `incarnation` says which lives. */
export function createDisk(gate: () => void, incarnation: () => number): Disk {
  const places = new Map<string, IDBFactory>();
  const broken = new Set<string>();
  let whole = true;
  const writing = new Set<IDBTransaction>();
  const at = (place: string): IDBFactory => {
    const known = places.get(place) ?? new IDBFactory();
    places.set(place, known);
    return known;
  };

  /** A connection that does nothing more once its background is dead. */
  function watch(connection: IDBDatabase): void {
    const mine = incarnation();
    whole = true;
    const begin = connection.transaction.bind(connection);
    connection.transaction = (...asked: Parameters<IDBDatabase["transaction"]>) => {
      gate();
      if (mine !== incarnation()) throw new Error("a dead background still writes");
      const tx = begin(...asked);
      if (asked[1] === "readwrite") {
        writing.add(tx);
        for (const end of ["complete", "abort"]) {
          tx.addEventListener(end, () => writing.delete(tx));
        }
      }
      return tx;
    };
  }

  function open(place: string, name: string, version?: number): IDBOpenDBRequest {
    gate();
    if (broken.has(place)) return unreadable();
    const request = at(place).open(name, version);
    request.addEventListener("success", () => watch(request.result));
    return request;
  }

  return {
    buckets: {
      open: async (place: string) => ({
        indexedDB: { open: (name: string, version?: number) => open(place, name, version) },
      }),
      async delete(place: string) {
        gate();
        broken.delete(place);
        places.delete(place);
      },
    },
    get whole() {
      return whole;
    },
    damage(place, how) {
      whole = false;
      if (how === "empty") places.delete(place);
      else broken.add(place);
    },
    cut(keeps) {
      for (const tx of writing) if (!keeps()) tx.abort();
      writing.clear();
    },
    async rows(place) {
      const db = await done(at(place).open("earmark"));
      const rows: Record<string, unknown[]> = {};
      const tx = db.transaction(STORES as string[]);
      for (const name of STORES) rows[name] = await done(tx.objectStore(name).getAll());
      db.close();
      return rows;
    },
  };
}

/** Chromium's answer where a file of the database is missing. */
function unreadable(): IDBOpenDBRequest {
  const request = Object.assign(new EventTarget(), {
    error: new DOMException("the files cannot be read", "UnknownError"),
  });
  setImmediate(() => request.dispatchEvent(new Event("error")));
  return request as unknown as IDBOpenDBRequest;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
