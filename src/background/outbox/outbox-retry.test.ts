import { expect, test, vi } from "vitest";
import { adaTracks } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { createJob } from "../../../test/kits/rows.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import type { Job } from "../../model/outbox-job.ts";
import { addJob } from "../../store/jobs.ts";
import { saveTrack, unsaveTrack } from "../actions/library.ts";
import { drain, retryOfflineJobs, retryJob, undoJob } from "./outbox.ts";

const kit = useBackground();
const FAR = 10 ** 14;
const ids = adaTracks.map(({ id }) => id);
const busy = { kind: "refused", status: 503 } as const;
const unreadable = { kind: "malformed", where: "answer" } as const;

/** A save of Ada's n-th track, in the outbox until one fetches it from there. */
const keep = (n: number, change: Partial<Job> = {}) =>
  addJob(
    kit.db,
    createJob({
      account: "aitronos",
      track: kit.track("aitronos", ids[n]),
      wish: `wish ${n}`,
      createdAt: n,
      dueAt: FAR,
      ...change,
    }),
    null,
  );

/** Which of them are due by now. */
const due = async () =>
  (await kit.jobs())
    .filter(({ state, dueAt }) => state === "waiting" && dueAt < FAR)
    .map(({ wish }) => wish);

test("retryJob makes jobs due that wait for the same reason, and no others", async () => {
  const { key } = await keep(0, { failure: busy });
  await keep(1, { failure: busy });
  await keep(2, { failure: unreadable });
  await keep(3);
  await keep(4, { failure: busy, state: "stuck" });
  await keep(5, { failure: busy, account: "other" });
  await retryJob(kit.db, key);
  expect(await due()).toEqual(["wish 0", "wish 1"]);
});

test("retryJob of a job that has not failed makes only that one due", async () => {
  const { key } = await keep(0);
  await keep(1);
  await retryJob(kit.db, key);
  expect(await due()).toEqual(["wish 0"]);
});

test("retryOfflineJobs makes only jobs due that failed as offline", async () => {
  await keep(0, { failure: { kind: "offline" } });
  await keep(1, { failure: busy });
  await keep(2);
  await retryOfflineJobs(kit.db);
  expect(await due()).toEqual(["wish 0"]);
});

test("a job that is undone while the one before it is sent is not sent", async () => {
  await kit.account("aitronos");
  await keep(0, { dueAt: 1 });
  const { key, wish } = await keep(1, { dueAt: 1 });
  onFailpoint(async (at) => {
    if (at !== "job:sending") return;
    onFailpoint(null);
    expect(await undoJob(kit.db, key, wish)).toBe(true);
  });
  await drain(kit.db);
  expect(kit.sandbox.ledger().library.map(({ track_id }) => track_id)).toEqual([ids[0]]);
  expect(await kit.jobs()).toEqual([]);
});

test("a job that a full disk keeps from being undone is sent after all", async () => {
  const account = await kit.account("aitronos");
  const removal = await unsaveTrack(kit.db, account, kit.track("aitronos"));
  if (!removal.ok) throw new Error("not kept");
  const { key, wish, dueAt } = removal.value;
  vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  await expect(undoJob(kit.db, key, wish)).rejects.toThrow("nothing was written");
  vi.restoreAllMocks();
  vi.spyOn(Date, "now").mockReturnValue(dueAt);
  await drain(kit.db);
  expect(kit.sent.filter((line) => line.startsWith("DELETE"))).toHaveLength(1);
  expect(await kit.jobs()).toEqual([]);
});

test("a clock that is set back makes a job wait, and the reply says so", async () => {
  const account = await kit.account("aitronos");
  const now = Date.now();
  const clock = vi.spyOn(Date, "now").mockReturnValue(now);
  onFailpoint(async (at) => {
    if (at === "job:kept") clock.mockReturnValue(now - 60_000);
  });
  const saved = await saveTrack(kit.db, account, kit.track("aitronos"));
  onFailpoint(null);
  expect(saved).toEqual({ ok: true, value: { waiting: { kind: "offline" } } });
  expect(kit.sent).toEqual([]);
  clock.mockReturnValue(now);
  await drain(kit.db);
  expect(await kit.jobs()).toEqual([]);
});
