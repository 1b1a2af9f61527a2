import { IDBFactory } from "fake-indexeddb";
import { expect, test, vi } from "vitest";
import {
  damageReplica,
  emptyReplica,
  createFilledReplicas,
  openBoth,
  writeCounter,
  useFreshDatabases,
} from "../../../test/kits/replicas.ts";
import { createLink } from "../../../test/kits/rows.ts";
import { putLink } from "../links.ts";

useFreshDatabases();

test.each([
  ["empty", emptyReplica, emptyReplica],
  ["damaged", damageReplica, emptyReplica],
  ["damaged the other way round", emptyReplica, damageReplica],
] as const)(
  "both replicas are %s: the loss is reported, and they can be used again",
  async (_name, first, second) => {
    await createFilledReplicas();
    await first("main");
    await second("copy");
    const { health, db, copy } = await openBoth();
    expect(health.lost).toBe(true);
    expect(health.generation).toBe(0);
    await putLink(db, createLink());
    expect(await copy.count("links")).toBe(1);
  },
);

test("neither replica can be opened: both are created anew, and the loss is reported", async () => {
  await createFilledReplicas();
  const { open, deleteDatabase } = IDBFactory.prototype;
  const whole = new Set<string>();
  vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
    if (whole.has(name)) return open.call(indexedDB, name, version);
    const broken = Object.assign(new EventTarget(), {
      error: new DOMException("", "UnknownError"),
    });
    setTimeout(() => broken.dispatchEvent(new Event("error")));
    return broken as unknown as IDBOpenDBRequest;
  });
  vi.spyOn(indexedDB, "deleteDatabase").mockImplementation((name) => {
    whole.add(name);
    return deleteDatabase.call(indexedDB, name);
  });
  const { health, rows } = await openBoth();
  expect(health).toMatchObject({ lost: true, generation: 0 });
  expect(JSON.stringify(rows)).not.toContain("canary");
});

test("storage.local is one write ahead of both: that write is lost and reported", async () => {
  await createFilledReplicas();
  writeCounter.seen = 4;
  expect((await openBoth()).health).toMatchObject({ repaired: null, lost: true, generation: 3 });
});

test("storage.local is behind: no loss", async () => {
  await createFilledReplicas();
  writeCounter.seen = 2;
  expect((await openBoth()).health).toMatchObject({ repaired: null, lost: false });
});
