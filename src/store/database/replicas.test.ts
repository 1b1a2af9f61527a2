import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { migrateFromV1 } from "./migrate-v1.ts";
import { openDatabase } from "./open-database.ts";
import { openFactory, findV1Database, deleteReplica } from "./replicas.ts";

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("without buckets the two replicas have different names", async () => {
  expect(await openFactory("main")).toEqual({ factory: indexedDB, name: "earmark" });
  expect(await openFactory("copy")).toEqual({ factory: indexedDB, name: "earmark-copy" });
  expect(await findV1Database()).toBeNull();
});

test("each replica has a bucket with strict durability", async () => {
  const open = vi.fn(async (name: string) => ({ indexedDB: name }));
  vi.stubGlobal("navigator", { storageBuckets: { open } });
  expect(await openFactory("main")).toEqual({ factory: "main", name: "earmark" });
  expect(await openFactory("copy")).toEqual({ factory: "copy", name: "earmark" });
  expect(open.mock.calls).toEqual([
    ["main", { durability: "strict" }],
    ["copy", { durability: "strict" }],
  ]);
});

test("deleting a replica deletes its bucket", async () => {
  const remove = vi.fn(async () => {});
  vi.stubGlobal("navigator", { storageBuckets: { delete: remove } });
  await deleteReplica("copy");
  expect(remove.mock.calls).toEqual([["copy"]]);
});

test("without buckets, deleting one replica keeps the other", async () => {
  for (const name of ["earmark", "earmark-copy"]) (await openDatabase(name)).close();
  await deleteReplica("main");
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["earmark-copy"]);
});

test("a failed deletion rejects with the browser's error", async () => {
  const error = new DOMException("no", "UnknownError");
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(() => {
    const request = Object.assign(new EventTarget(), { error });
    setTimeout(() => request.dispatchEvent(new Event("error")));
    return request as never;
  });
  await expect(deleteReplica("main")).rejects.toBe(error);
});

test("version 1 is found only by its name", async () => {
  vi.stubGlobal("navigator", { storageBuckets: {} });
  expect(await findV1Database()).toBeNull();
  await openDatabase("something else");
  expect(await findV1Database()).toBeNull();
  await openDatabase("earmark");
  expect(await findV1Database()).toBe("earmark");
});

test("an unreadable database of version 1 does not stop the start", async () => {
  vi.stubGlobal("navigator", { storageBuckets: {} });
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  const asked = vi.spyOn(indexedDB, "databases");
  asked.mockRejectedValue(new DOMException("no MANIFEST", "UnknownError"));
  await migrateFromV1();
  expect(warned).toHaveBeenCalledTimes(1);
  asked.mockRejectedValue(new TypeError("a bug"));
  await expect(migrateFromV1()).rejects.toThrow("a bug");
});
