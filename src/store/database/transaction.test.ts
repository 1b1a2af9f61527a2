import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readAllRows } from "../../../test/kits/background.ts";
import { account } from "../../../test/kits/rows.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import { StorageError } from "../../model/storage-error.ts";
import { openDatabase } from "./open-database.ts";
import type { Database } from "./schema.ts";
import { attachReplica, runTransaction } from "./transaction.ts";

let db: Database;
let copy: Database;
let counted: number[];
const onLame = vi.fn<(error: unknown) => void>();

beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  db = await openDatabase("main");
  copy = await openDatabase("copy");
  counted = [];
  onLame.mockReset();
  attachReplica(db, {
    copy,
    onWritten: (generation) => void counted.push(generation),
    onCopyFailed: onLame,
  });
});
afterEach(() => {
  onFailpoint(null);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const put = (id: string) =>
  runTransaction(db, ["accounts"], async (tx) => {
    await tx.objectStore("accounts").put({ ...account, id });
    return id;
  });
const generation = (of: Database) => of.get("marks", "generation");

/** From now on the transactions of one database end as with the quota exhausted: success, then abort. */
function fillUp(name: string): void {
  const { transaction } = IDBDatabase.prototype;
  vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function fill(
    this: IDBDatabase,
    ...asked
  ) {
    const tx = transaction.apply(this, asked);
    if (this.name !== name || asked[1] !== "readwrite") return tx;
    const { objectStore } = tx;
    tx.objectStore = (store) => {
      const rows = objectStore.call(tx, store);
      const { put: really } = rows;
      rows.put = (...row) => {
        const request = really.apply(rows, row);
        request.addEventListener("success", () => queueMicrotask(() => tx.abort()));
        return request;
      };
      return rows;
    };
    return tx;
  });
}

test("a finished write is in both replicas and counted", async () => {
  expect(await put("1")).toBe("1");
  await put("2");
  expect(await readAllRows(copy)).toEqual(await readAllRows(db));
  expect(await db.count("accounts")).toBe(2);
  expect([await generation(db), await generation(copy), counted]).toEqual([2, 2, [1, 2]]);
});

test("writes the main database first, then the copy, then the count", async () => {
  const seen: unknown[] = [];
  onFailpoint(async (at) => {
    seen.push(at, await db.count("accounts"), await copy.count("accounts"), [...counted]);
  });
  await put("1");
  expect(seen).toEqual(["write:between-copies", 1, 0, []]);
  expect(counted).toEqual([1]);
});

test("both transactions have strict durability", async () => {
  const opened = vi.spyOn(IDBDatabase.prototype, "transaction");
  await put("1");
  expect(opened.mock.calls.map(([, mode, options]) => [mode, options])).toEqual([
    ["readwrite", { durability: "strict" }],
    ["readwrite", { durability: "strict" }],
  ]);
});

test("a hundred writes at once reach both copies in the same order", async () => {
  await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      runTransaction(db, ["accounts"], async (tx) => {
        const all = await tx.objectStore("accounts").count();
        await tx.objectStore("accounts").put({ ...account, id: `${n}`, addedAt: all });
      }),
    ),
  );
  expect(await db.count("accounts")).toBe(100);
  expect(await readAllRows(copy)).toEqual(await readAllRows(db));
  expect(counted).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
});

test("with the quota exhausted nothing is written, and the write rejects", async () => {
  await put("1");
  fillUp("main");
  const error: unknown = await put("2").catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(StorageError);
  expect((error as StorageError).cause).toBeInstanceOf(DOMException);
  expect(await db.count("accounts")).toBe(1);
  expect(await readAllRows(copy)).toEqual(await readAllRows(db));
  expect(counted).toEqual([1]);
});

test("a copy that missed a write stays behind, whatever can be written later", async () => {
  await put("1");
  fillUp("copy");
  expect(await put("2")).toBe("2");
  vi.restoreAllMocks();
  await put("3");
  expect([await generation(db), await generation(copy)]).toEqual([3, 1]);
  expect(await copy.count("accounts")).toBe(1);
  expect(onLame).toHaveBeenCalledTimes(1);
  expect(onLame.mock.calls[0]?.[0]).toBeInstanceOf(DOMException);
  // What the person was told is kept is counted, so that its loss would be noticed.
  expect(counted).toEqual([1, 2, 3]);
});

test("when the copy misses parallel writes, it misses all, and that is reported once", async () => {
  copy.close();
  await Promise.all(["1", "2", "3"].map(put));
  expect(await db.count("accounts")).toBe(3);
  expect(onLame).toHaveBeenCalledTimes(1);
  expect(counted).toEqual([1, 2, 3]);
});

test("without a copy there is one transaction", async () => {
  const alone = await openDatabase("alone");
  await runTransaction(
    alone,
    ["accounts"],
    async (tx) => void (await tx.objectStore("accounts").put(account)),
  );
  expect([await alone.count("accounts"), await generation(alone)]).toEqual([1, 1]);
});

test("a bug inside a write aborts it and is no StorageError", async () => {
  const broken = runTransaction(db, ["accounts"], async (tx) => {
    await tx.objectStore("accounts").put(account);
    throw new TypeError("a bug");
  });
  await expect(broken).rejects.toThrow(TypeError);
  expect([await db.count("accounts"), await generation(db)]).toEqual([0, undefined]);
});

test("a value that cannot be stored aborts the write", async () => {
  const broken = runTransaction(db, ["accounts"], async (tx) => {
    await tx.objectStore("accounts").put(account);
    await tx.objectStore("accounts").put({ ...account, id: undefined } as never);
  });
  await expect(broken).rejects.toThrow(StorageError);
  expect([await db.count("accounts"), await generation(db)]).toEqual([0, undefined]);
});

test("a failed request aborts the write", async () => {
  await put("1");
  const broken = runTransaction(db, ["accounts"], async (tx) => {
    await tx.objectStore("accounts").put({ ...account, id: "2" });
    await tx.objectStore("accounts").add({ ...account, id: "1" });
  });
  await expect(broken).rejects.toThrow(StorageError);
  expect([await db.count("accounts"), await generation(db)]).toEqual([1, 1]);
});

test("an aborted write rejects", async () => {
  const broken = runTransaction(db, ["accounts"], async (tx) => {
    await tx.objectStore("accounts").put(account);
    tx.abort();
  });
  await expect(broken).rejects.toThrow("nothing was written");
  expect(await db.count("accounts")).toBe(0);
});

test("a write to a closed database rejects", async () => {
  db.close();
  await expect(put("1")).rejects.toThrow(StorageError);
});

test("a write that throws after an abort rejects with its own error", async () => {
  const broken = runTransaction(db, ["accounts"], async (tx) => {
    tx.abort();
    throw new TypeError("a bug");
  });
  await expect(broken).rejects.toThrow("a bug");
  vi.spyOn(IDBTransaction.prototype, "abort").mockImplementation(() => {
    throw new RangeError("another one");
  });
  const worse = runTransaction(db, ["accounts"], () => Promise.reject(new TypeError("a bug")));
  await expect(worse).rejects.toThrow("another one");
});
