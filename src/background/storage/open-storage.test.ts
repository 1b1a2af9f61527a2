import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { createLink, createAttempt } from "../../../test/kits/rows.ts";
import { onChange } from "../../messages/broadcast.ts";
import type { Change } from "../../messages/broadcast.ts";
import { getAttempt, putAttempt } from "../../store/attempts.ts";
import { deleteReplica } from "../../store/database/replicas.ts";
import { VERSION } from "../../store/database/schema.ts";
import { putLink } from "../../store/links.ts";
import { dismissLoss, openStorage } from "./open-storage.ts";
import type { Storage } from "./open-storage.ts";
import { readLoss, writeCounter } from "./write-counter.ts";

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  fakeBrowser.reset();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** One life of the background that writes something; then its storage is closed. */
async function oneLife(): Promise<void> {
  const { db } = await openStorage();
  await putLink(db, createLink({ key: crypto.randomUUID() }));
  db.close();
}
const loseAll = async (): Promise<void> => {
  await deleteReplica("main");
  await deleteReplica("copy");
};
const end = ({ db }: Storage): void => db.close();

test("the count of writes is stored without keys and links", async () => {
  expect(await writeCounter.read()).toBe(0);
  await oneLife();
  expect(await fakeBrowser.storage.local.get()).toEqual({ writes: 1 });
  expect(await writeCounter.read()).toBe(1);
});

test("a first start reports no loss and no repair", async () => {
  expect(await openStorage()).toMatchObject({ lost: false });
  expect(await readLoss()).toBe(false);
});

test("a loss is reported until it is dismissed, and then never again", async () => {
  await oneLife();
  await loseAll();
  const first = await openStorage();
  expect(first.lost).toBe(true);
  end(first);
  const second = await openStorage(); // the person was not there
  expect(second.lost).toBe(true);
  await dismissLoss(second);
  expect(second.lost).toBe(false);
  end(second);
  const third = await openStorage(); // nothing was written in between
  expect(third.lost).toBe(false);
  end(third);
  await oneLife();
  await loseAll();
  expect((await openStorage()).lost).toBe(true); // another loss
});

test("a loss is stored before anything else is written", async () => {
  await oneLife();
  await loseAll();
  const order: unknown[] = [];
  const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
  vi.spyOn(fakeBrowser.storage.local, "set").mockImplementation(async (items: object) => {
    order.push(items);
    await set(items);
  });
  await openStorage();
  expect(order).toEqual([{ lost: true }, { writes: 0 }]);
});

test("unfinished attempts are recovered before the storage opens", async () => {
  const before = await openStorage();
  await putAttempt(before.db, createAttempt({ state: "sending", sentAt: 3 }));
  end(before);
  const { db } = await openStorage();
  expect(await getAttempt(db, "k")).toMatchObject({ state: "unknown" });
});

test("the storage of a newer Earmark is read and not written", async () => {
  const before = await openStorage();
  await putAttempt(before.db, createAttempt({ state: "sending" }));
  end(before);
  const newer = indexedDB.open("earmark", VERSION + 1);
  await new Promise((done) => newer.addEventListener("success", done));
  newer.result.close();
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { db } = await openStorage();
  expect(await getAttempt(db, "k")).toMatchObject({ state: "sending" });
  expect(warned).toHaveBeenCalledTimes(1);
});

test("a rebuilt database is broadcast to the pages that have read it", async () => {
  await oneLife();
  await deleteReplica("main");
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const heard: Change[] = [];
  const listening = new AbortController();
  onChange((change) => heard.push(change), listening.signal);
  end(await openStorage());
  await vi.waitFor(() => expect(heard).toEqual(["accounts", "links", "entries", "outbox"]), {
    timeout: 10_000,
  });
  await deleteReplica("copy"); // nobody reads that one
  end(await openStorage());
  await new Promise((done) => setTimeout(done, 20));
  listening.abort();
  expect(heard).toHaveLength(4);
});
