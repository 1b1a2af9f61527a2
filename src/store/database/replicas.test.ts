import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { adoptV1 } from "./migrate-v1.ts";
import { openDatabase } from "./open-one.ts";
import { factoryAt, placeOfV1, wipe } from "./replicas.ts";

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("without buckets the two copies have names of their own", async () => {
  expect(await factoryAt("main")).toEqual({ factory: indexedDB, name: "earmark" });
  expect(await factoryAt("copy")).toEqual({ factory: indexedDB, name: "earmark-copy" });
  expect(await placeOfV1()).toBeNull();
});

test("each copy has a bucket of its own, whose writes are on disk", async () => {
  const open = vi.fn(async (name: string) => ({ indexedDB: name }));
  vi.stubGlobal("navigator", { storageBuckets: { open } });
  expect(await factoryAt("main")).toEqual({ factory: "main", name: "earmark" });
  expect(await factoryAt("copy")).toEqual({ factory: "copy", name: "earmark" });
  expect(open.mock.calls).toEqual([
    ["main", { durability: "strict" }],
    ["copy", { durability: "strict" }],
  ]);
});

test("a bucket is thrown away whole", async () => {
  const remove = vi.fn(async () => {});
  vi.stubGlobal("navigator", { storageBuckets: { delete: remove } });
  await wipe("copy");
  expect(remove.mock.calls).toEqual([["copy"]]);
});

test("without buckets one database goes and the other one stays", async () => {
  for (const name of ["earmark", "earmark-copy"]) (await openDatabase(name)).close();
  await wipe("main");
  expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(["earmark-copy"]);
});

test("a database that cannot be deleted says why", async () => {
  const error = new DOMException("no", "UnknownError");
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation(() => {
    const request = Object.assign(new EventTarget(), { error });
    setTimeout(() => request.dispatchEvent(new Event("error")));
    return request as never;
  });
  await expect(wipe("main")).rejects.toBe(error);
});

test("version 1 is looked for only by its name", async () => {
  vi.stubGlobal("navigator", { storageBuckets: {} });
  expect(await placeOfV1()).toBeNull();
  await openDatabase("something else");
  expect(await placeOfV1()).toBeNull();
  await openDatabase("earmark");
  expect(await placeOfV1()).toBe("earmark");
});

test("what version 1 left and nobody can read stops nothing", async () => {
  vi.stubGlobal("navigator", { storageBuckets: {} });
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  const asked = vi.spyOn(indexedDB, "databases");
  asked.mockRejectedValue(new DOMException("no MANIFEST", "UnknownError"));
  await adoptV1();
  expect(warned).toHaveBeenCalledTimes(1);
  asked.mockRejectedValue(new TypeError("a bug"));
  await expect(adoptV1()).rejects.toThrow("a bug");
});
