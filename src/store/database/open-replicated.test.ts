import { expect, test, vi } from "vitest";
import { readAllRows } from "../../../test/kits/background.ts";
import {
  changeRows,
  damageReplica,
  emptyReplica,
  createFilledReplicas,
  names,
  openBoth,
  writeCounter,
  useFreshDatabases,
} from "../../../test/kits/replicas.ts";
import { account, createLink } from "../../../test/kits/rows.ts";
import { putAccount } from "../accounts.ts";
import { putLink } from "../links.ts";
import { openReplicated } from "./open-replicated.ts";

useFreshDatabases();

test("the first start creates two equal replicas and reports no loss", async () => {
  const { health, db, copy } = await openBoth();
  expect(health).toMatchObject({ repaired: null, lost: false });
  await putLink(db, createLink());
  expect(await copy.count("links")).toBe(1);
  expect(writeCounter.seen).toBe(1);
});

test("without a need for repair nothing is written", async () => {
  const rows = await createFilledReplicas();
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  const again = await openBoth();
  expect(again.health).toMatchObject({ repaired: null, lost: false });
  expect(again.rows).toEqual(rows);
  expect(put).not.toHaveBeenCalled();
});

test.each([
  ["main", emptyReplica],
  ["copy", emptyReplica],
  ["main", damageReplica],
  ["copy", damageReplica],
] as const)("%s is gone: it is restored from the other replica", async (place, how) => {
  const rows = await createFilledReplicas();
  await how(place);
  const again = await openBoth();
  expect(again.health).toMatchObject({ repaired: place, lost: false });
  expect(again.rows).toEqual(rows);
  expect(again.db.name).toBe(names.main); // what the app reads
  // And it is followed from now on.
  await putLink(again.db, createLink({ key: "new" }));
  expect(await again.copy.count("links")).toBe(2);
  expect(writeCounter.seen).toBe(4);
});

test.each(["main", "copy"] as const)("%s is damaged after the first write", async (place) => {
  const first = await openBoth();
  await putAccount(first.db, account, "key");
  first.db.close();
  first.copy.close();
  damageReplica(place);
  const again = await openBoth();
  expect(again.health).toMatchObject({ repaired: place, lost: false });
  expect(await again.db.getAll("accounts")).toEqual([account]);
});

test.each(["main", "copy"] as const)("%s is behind: it is rebuilt", async (place) => {
  const rows = await createFilledReplicas();
  await changeRows(place, (tx) => {
    tx.objectStore("marks").put(2, "generation");
    tx.objectStore("accounts").clear();
    tx.objectStore("accounts").put({ ...account, id: "from before" });
  });
  const again = await openBoth();
  expect(again.health).toMatchObject({ repaired: place, lost: false });
  expect(again.rows).toEqual(rows);
});

test.each(["main", "copy"] as const)("%s lacks a link at the same generation", async (place) => {
  const rows = await createFilledReplicas();
  await changeRows(place, (tx) => tx.objectStore("links").clear());
  const again = await openBoth();
  expect(again.health).toMatchObject({ repaired: place, lost: false });
  expect(again.rows).toEqual(rows);
});

test("main is behind the copy by more than one write: the newer one wins", async () => {
  await createFilledReplicas();
  await changeRows("copy", (tx) => tx.objectStore("marks").put(9, "generation"));
  const again = await openBoth();
  expect(again.health.repaired).toBe("main");
  expect(await again.db.get("marks", "generation")).toBe(9);
});

test("a bug is not treated as damage", async () => {
  vi.spyOn(indexedDB, "open").mockImplementation(() => {
    throw new TypeError("a bug");
  });
  await expect(openReplicated(writeCounter)).rejects.toThrow("a bug");
});

test("when the copy cannot be repaired, the main database is used alone", async () => {
  const rows = await createFilledReplicas();
  await emptyReplica("copy");
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
  const { db, health } = await openReplicated(writeCounter);
  expect(await readAllRows(db)).toEqual(rows);
  expect(health).toMatchObject({ repaired: null, lost: false });
  expect(warned.mock.calls).toEqual([[expect.stringContaining("mended"), expect.anything()]]);
  await putLink(db, createLink({ key: "new" }));
  expect(await db.count("links")).toBe(2);
  expect(writeCounter.seen).toBe(4); // its loss would be noticed
  vi.restoreAllMocks();
  // The next start has more room.
  db.close();
  expect((await openBoth()).health.repaired).toBe("copy");
});

test.each(["main", "copy"] as const)(
  "a bug while %s is read or repaired rejects",
  async (place) => {
    await createFilledReplicas();
    await emptyReplica(place);
    const { transaction } = IDBDatabase.prototype;
    let mode = "readonly";
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function broken(
      this: IDBDatabase,
      ...asked
    ) {
      if (asked[1] === mode || (mode === "readonly" && !asked[1])) throw new TypeError("a bug");
      return transaction.apply(this, asked);
    });
    await expect(openReplicated(writeCounter)).rejects.toThrow("a bug");
    mode = "readwrite";
    await expect(openReplicated(writeCounter)).rejects.toThrow("a bug");
  },
);

test("rejects when no database can be written", async () => {
  await createFilledReplicas();
  await emptyReplica("main");
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function full(
    this: IDBDatabase,
    ...asked
  ) {
    const tx = transaction.apply(this, asked);
    if (asked[1] === "readwrite") queueMicrotask(() => tx.abort());
    return tx;
  });
  await expect(openReplicated(writeCounter)).rejects.toThrow(DOMException);
});

test("a failing copy is reported once", async () => {
  const { db, copy } = await openBoth();
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function full(
    this: IDBObjectStore,
    ...row
  ) {
    if (this.transaction.db.name === names.copy) throw new DOMException("", "QuotaExceededError");
    return put.apply(this, row);
  });
  await putLink(db, createLink());
  await putLink(db, createLink({ key: "2" }));
  expect([await db.count("links"), await copy.count("links")]).toEqual([2, 0]);
  expect(warned.mock.calls).toEqual([[expect.stringContaining("written"), expect.anything()]]);
});
