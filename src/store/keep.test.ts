import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { unwrap } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { rowsOf } from "../../test/kits/background.ts";
import { account, aLink, anAttempt } from "../../test/kits/rows.ts";
import { putAccount } from "./accounts.ts";
import { putAttempt } from "./attempts.ts";
import { openDatabase } from "./database.ts";
import { openKept } from "./keep.ts";
import { putLink } from "./links.ts";
import type { Place } from "./places.ts";

const names = { main: "earmark", copy: "earmark-copy" };
let seen: number;
const sentinel = {
  read: async () => seen,
  write: (generation: number) => {
    seen = generation;
  },
};

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  seen = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Both copies after three writes, closed again. */
async function filled(): Promise<unknown> {
  const { db } = await openKept(sentinel);
  await putAccount(db, account, "key");
  await putLink(db, aLink());
  await putAttempt(db, anAttempt());
  const rows = await rowsOf(db);
  await close();
  return rows;
}

/** As when the browser ends: nobody has the databases open any more. */
async function close(): Promise<void> {
  for (const name of Object.values(names)) (await openDatabase(name)).close();
}

async function empty(place: Place): Promise<void> {
  await new Promise((done) => {
    indexedDB.deleteDatabase(names[place]).addEventListener("success", done);
  });
}

/** From now on this one cannot be opened, until it is thrown away. */
function damage(place: Place): void {
  const { open, deleteDatabase } = IDBFactory.prototype;
  let whole = false;
  vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
    if (name !== names[place] || whole) return open.call(indexedDB, name, version);
    const broken = Object.assign(new EventTarget(), {
      error: new DOMException("Internal error opening backing store", "UnknownError"),
    });
    setTimeout(() => broken.dispatchEvent(new Event("error")));
    return broken as unknown as IDBOpenDBRequest;
  });
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation((name) => {
    if (name === names[place]) whole = true;
    return deleteDatabase.call(indexedDB, name);
  });
}

async function change(place: Place, work: (db: IDBTransaction) => void): Promise<void> {
  const db = await openDatabase(names[place]);
  const tx = db.transaction(["links", "marks", "accounts", "keys"], "readwrite");
  work(unwrap(tx) as IDBTransaction);
  await tx.done;
  db.close();
}

async function opened() {
  const { db, health } = await openKept(sentinel);
  const copy = await openDatabase(names.copy);
  const rows = await rowsOf(db);
  expect(await rowsOf(copy)).toEqual(rows);
  return { db, copy, health, rows };
}

test("the first start begins with two that are the same, and nothing is lost", async () => {
  const { health, db, copy } = await opened();
  expect(health).toMatchObject({ healed: null, lost: false });
  await putLink(db, aLink());
  expect(await copy.count("links")).toBe(1);
  expect(seen).toBe(1);
});

test("nothing to mend: nothing is written", async () => {
  const rows = await filled();
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  const again = await opened();
  expect(again.health).toMatchObject({ healed: null, lost: false });
  expect(again.rows).toEqual(rows);
  expect(put).not.toHaveBeenCalled();
});

test.each([
  ["main", empty],
  ["copy", empty],
  ["main", damage],
  ["copy", damage],
] as const)("%s is gone: all of it comes back from the other one", async (place, how) => {
  const rows = await filled();
  await how(place);
  const again = await opened();
  expect(again.health).toMatchObject({ healed: place, lost: false });
  expect(again.rows).toEqual(rows);
  // And it is followed from now on.
  await putLink(again.db, aLink({ key: "new" }));
  expect(await again.copy.count("links")).toBe(2);
  expect(seen).toBe(4);
});

test.each(["main", "copy"] as const)("%s is behind: it is written anew", async (place) => {
  const rows = await filled();
  await change(place, (tx) => {
    tx.objectStore("marks").put(2, "generation");
    tx.objectStore("accounts").clear();
    tx.objectStore("accounts").put({ ...account, id: "from before" });
  });
  const again = await opened();
  expect(again.health).toMatchObject({ healed: place, lost: false });
  expect(again.rows).toEqual(rows);
});

test.each(["main", "copy"] as const)("%s lacks a link and does not know it", async (place) => {
  const rows = await filled();
  await change(place, (tx) => tx.objectStore("links").clear());
  const again = await opened();
  expect(again.health).toMatchObject({ healed: place, lost: false });
  expect(again.rows).toEqual(rows);
});

test("main behind and copy ahead by more than one: the newer one wins", async () => {
  await filled();
  await change("copy", (tx) => tx.objectStore("marks").put(9, "generation"));
  const again = await opened();
  expect(again.health.healed).toBe("main");
  expect(await again.db.get("marks", "generation")).toBe(9);
});

test.each([
  ["empty", empty, empty],
  ["damaged", damage, empty],
  ["damaged the other way round", empty, damage],
] as const)("both are %s: it is told, and can be used again", async (_name, first, second) => {
  await filled();
  await first("main");
  await second("copy");
  const { health, db, copy } = await opened();
  expect(health.lost).toBe(true);
  expect(health.generation).toBe(0);
  await putLink(db, aLink());
  expect(await copy.count("links")).toBe(1);
});

test("neither can be opened: both are begun anew, and it is told", async () => {
  await filled();
  const { open, deleteDatabase } = IDBFactory.prototype;
  const whole = new Set<string>();
  vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
    if (whole.has(name)) return open.call(indexedDB, name, version);
    const broken = Object.assign(new EventTarget(), { error: new DOMException("", "UnknownError") });
    setTimeout(() => broken.dispatchEvent(new Event("error")));
    return broken as unknown as IDBOpenDBRequest;
  });
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation((name) => {
    whole.add(name);
    return deleteDatabase.call(indexedDB, name);
  });
  const { health, rows } = await opened();
  expect(health).toMatchObject({ lost: true, generation: 0 });
  expect(JSON.stringify(rows)).not.toContain("canary");
});

test("storage.local one write ahead of both: that write is lost, and it is told", async () => {
  await filled();
  seen = 4;
  expect((await opened()).health).toMatchObject({ healed: null, lost: true, generation: 3 });
});

test("storage.local behind: that is nothing worse", async () => {
  await filled();
  seen = 2;
  expect((await opened()).health).toMatchObject({ healed: null, lost: false });
});

test("a bug is not taken for damage", async () => {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new TypeError("a bug");
  });
  await expect(openKept(sentinel)).rejects.toThrow("a bug");
});

test("a copy that cannot be mended does without: the database is used alone", async () => {
  const rows = await filled();
  await empty("copy");
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function full(
    this: IDBDatabase,
    ...asked
  ) {
    const tx = transaction.apply(this, asked);
    if (this.name === names.copy && asked[1] === "readwrite") queueMicrotask(() => tx.abort());
    return tx;
  });
  const { db, health } = await openKept(sentinel);
  expect(await rowsOf(db)).toEqual(rows);
  expect(health).toMatchObject({ healed: null, lost: false });
  expect(warned).toHaveBeenCalledTimes(1);
  await putLink(db, aLink({ key: "new" }));
  expect(await db.count("links")).toBe(2);
  expect(seen).toBe(4); // its loss would be noticed
  vi.restoreAllMocks();
  // The next start has more room.
  db.close();
  expect((await opened()).health.healed).toBe("copy");
});
