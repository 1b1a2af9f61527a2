import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { createLink, createEntry, createJob, track } from "../../test/kits/rows.ts";
import type { Job, Task } from "../model/outbox-job.ts";
import { openDatabase } from "./database/open-database.ts";
import type { Database } from "./database/schema.ts";
import { syncEntries } from "./entries.ts";
import {
  getAllJobs,
  cancelJob,
  getJob,
  finishJob,
  addJob,
  updateJob,
  makeJobsDue,
} from "./jobs.ts";

let db: Database;
beforeEach(async () => {
  db = await openDatabase(crypto.randomUUID());
});

const remove: Task = { kind: "unsave", entry: null };
const save = (change: Partial<Job> = {}) => addJob(db, createJob(change), createEntry());
const unsave = (change: Partial<Job> = {}) =>
  addJob(db, createJob({ task: remove, ...change }), null);
const entries = () => db.getAll("entries");
const outbox = () => db.getAll("outbox");

test("a save adds its entry at once, with the known metadata", async () => {
  const kept = await save();
  expect(await outbox()).toEqual([kept]);
  expect(await entries()).toEqual([createEntry()]);
});

test("an unsave removes the entry, and cancelling it restores the entry", async () => {
  const was = createEntry({ savedAt: 1, source: "shared", title: "Its name" });
  await syncEntries(db, "a", [was]);
  const kept = await unsave();
  expect(kept.task).toEqual({ kind: "unsave", entry: was });
  expect(await entries()).toEqual([]);
  expect(await cancelJob(db, kept.key)).toBe(true);
  expect([await entries(), await outbox()]).toEqual([[was], []]);
});

test("cancelling an unsave of a track that was not saved restores nothing", async () => {
  const kept = await unsave();
  expect(kept.task).toEqual(remove);
  await cancelJob(db, kept.key);
  expect(await entries()).toEqual([]);
});

test("a job replaces an earlier one with the same key, and cancelling it restores that one", async () => {
  const first = await save({ wish: "1" });
  const second = await unsave({ wish: "2" });
  expect(second.over).toEqual(first);
  expect(await outbox()).toEqual([second]);
  await cancelJob(db, second.key);
  expect([await outbox(), await entries()]).toEqual([[first], [createEntry()]]);
});

test("a job remembers one replaced job, because only that can be restored", async () => {
  await save({ wish: "1" });
  const second = await unsave({ wish: "2" });
  const third = await save({ wish: "3" });
  expect(third.over).toEqual({ ...second, over: null });
  await cancelJob(db, third.key);
  // As before the third: the entry is out of the library again.
  expect([await outbox(), await entries()]).toEqual([[{ ...second, over: null }], []]);
});

test.each([
  ["can still be undone", { dueAt: 10_001 }, true],
  ["is due", { dueAt: 10_000 }, false],
  ["was tried already", { dueAt: 10_001, tries: 1 }, false],
])(
  "the job that a replaced job had replaced is kept while the latter %s",
  async (_name, change, kept) => {
    const first = await save({ wish: "1" });
    await unsave({ wish: "2", ...change });
    const third = await save({ wish: "3" });
    expect(third.over?.over).toEqual(kept ? first : null);
  },
);

test("a revocation and its cancellation do not change the library", async () => {
  await syncEntries(db, "a", [createEntry()]);
  const task: Task = { kind: "revoke", link: "k" };
  const kept = await addJob(db, createJob({ task }), null);
  expect(kept.task).toEqual(task);
  await cancelJob(db, kept.key);
  expect([await entries(), await outbox()]).toEqual([[createEntry()], []]);
});

test("cancelling a save leaves the library as it was before", async () => {
  const { key } = await save();
  await cancelJob(db, key);
  expect(await entries()).toEqual([]);

  const was = createEntry({ title: null, savedAt: 1 });
  await syncEntries(db, "a", [was]);
  await save(); // of what is in it already
  expect(await entries()).toEqual([createEntry({ savedAt: 1 })]);
  await cancelJob(db, key);
  expect(await entries()).toEqual([was]);
});

test("jobs of other tracks, links and accounts have other keys", async () => {
  await save();
  await save({ account: "b", key: "library b t" });
  await addJob(db, createJob({ task: { kind: "revoke", link: "k" } }), null);
  expect(await outbox()).toHaveLength(3);
});

test("cancelling a missing job, or one with another revision, does nothing", async () => {
  expect(await cancelJob(db, "none")).toBe(false);
  const { key } = await save({ wish: "new" });
  expect(await cancelJob(db, key, "old")).toBe(false);
  expect(await outbox()).toHaveLength(1);
  expect(await cancelJob(db, key, "new")).toBe(true);
});

test("finishing a job removes it and stores its entry", async () => {
  const job = await save();
  await finishJob(db, job, { entry: createEntry({ title: "From the service", savedAt: 99 }) });
  expect(await outbox()).toEqual([]);
  expect(await entries()).toEqual([createEntry({ title: "From the service" })]);
});

test("finishing a save replaces the entry when the service gives another id", async () => {
  const job = await save();
  await finishJob(db, job, { entry: createEntry({ id: "real" }) });
  expect((await entries()).map(({ id }) => id)).toEqual(["real"]);
});

test("finishing a replaced job keeps the new job and stores only the link", async () => {
  const old = await save({ wish: "old" });
  const now = await unsave({ wish: "new" });
  const link = createLink({ revokedAt: 4 });
  await finishJob(db, old, { entry: createEntry(), link });
  expect([await outbox(), await entries()]).toEqual([[now], []]);
  expect(await db.getAll("links")).toEqual([link]);
  await cancelJob(db, now.key);
  await cancelJob(db, now.key);
  await finishJob(db, old, { entry: createEntry() });
  expect(await entries()).toEqual([]);
});

test("updateJob changes only a job of the same revision", async () => {
  const job = await save();
  await updateJob(db, job, { tries: 3 });
  expect(await getJob(db, job.key)).toEqual({ ...job, tries: 3 });
  await updateJob(db, { ...job, wish: "other" }, { tries: 9 });
  await updateJob(db, { ...job, key: "none" }, { tries: 9 });
  expect(await outbox()).toEqual([{ ...job, tries: 3 }]);
});

test("jobs are read in the order of their creation", async () => {
  for (const [id, createdAt] of [
    ["x", 3],
    ["y", 1],
    ["z", 2],
  ] as const) {
    await addJob(db, createJob({ track: { ...track, id }, createdAt }), null);
  }
  expect((await getAllJobs(db)).map((each) => each.track.id)).toEqual(["y", "z", "x"]);
});

test("makeJobsDue makes jobs due now, not later than before, and resets their tries", async () => {
  const at = async (id: string, change: Partial<Job>) =>
    addJob(db, createJob({ track: { ...track, id }, tries: 5, ...change }), null);
  await at("early", { dueAt: 10, state: "paused" });
  await at("late", { dueAt: 90, state: "stuck" });
  await at("other", { dueAt: 90 });
  await makeJobsDue(db, 50, (each) => each.track.id !== "other");
  const rows = (await outbox()).map((each) => [each.track.id, each.dueAt, each.tries, each.state]);
  expect(rows).toEqual([
    ["early", 10, 0, "waiting"],
    ["late", 50, 0, "waiting"],
    ["other", 90, 5, "waiting"],
  ]);
});

test("makeJobsDue respects the Retry-After of a service", async () => {
  await save({ dueAt: 90, failure: { kind: "too-many", retryAt: 80 } });
  await makeJobsDue(db, 50, () => true);
  expect(await outbox()).toMatchObject([{ dueAt: 80 }]);
  await makeJobsDue(db, 500, () => true);
  expect(await outbox()).toMatchObject([{ dueAt: 80 }]);
});

test("makeJobsDue writes nothing when no job matches", async () => {
  await save();
  const generation = await db.get("marks", "generation");
  await makeJobsDue(db, 50, () => false);
  expect(await db.get("marks", "generation")).toBe(generation);
});
