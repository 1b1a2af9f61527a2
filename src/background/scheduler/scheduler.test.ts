import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { useBackground } from "../../../test/kits/background.ts";
import { createAttempt, createJob } from "../../../test/kits/rows.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import { putAttempt } from "../../store/attempts.ts";
import { addJob } from "../../store/jobs.ts";
import { saveTrack } from "../actions/library.ts";
import { delays } from "../timing/delays.ts";
import { createScheduler } from "./scheduler.ts";

const kit = useBackground();
const FAR = 1e9;
const start = () => createScheduler(Promise.resolve(kit.db));
const alarm = async () =>
  (await fakeBrowser.alarms.getAll()).map(({ scheduledTime }) => scheduledTime);

/** The scheduler's timers: recorded, and never run by themselves. */
let timers: { wait: number; run: () => void }[];
beforeEach(() => {
  timers = [];
  const real = globalThis.setTimeout;
  vi.spyOn(globalThis, "setTimeout").mockImplementation(((run: () => void, wait = 0) => {
    // Timers of other code stay real. The scheduler's are known by the source text of their callback.
    if (!String(run).includes("void run()")) return real(run, wait);
    timers.push({ wait, run });
    return 0;
  }) as never);
});
afterEach(() => void vi.restoreAllMocks());

const put = (change: Partial<Attempt>) =>
  putAttempt(
    kit.db,
    createAttempt({ account: "aitronos", track: kit.track("aitronos"), ...change }),
  );

const ring = (name: string) =>
  fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0 } as never);

test("nothing waits: no timer and no alarm", async () => {
  await start().run();
  expect([timers, await alarm(), kit.sent]).toEqual([[], [], []]);
});

test("a due time within 30 s sets a timer, and an alarm in case the worker stops", async () => {
  const now = Date.now();
  vi.spyOn(Date, "now").mockReturnValue(now);
  await put({ state: "unknown", dueAt: now + 5000 });
  await start().run();
  expect(timers).toMatchObject([{ wait: 5000 }]);
  expect(await alarm()).toEqual([now + 30_000]);
});

test.each([29_999, 30_000, 600_000])(
  "due in %i ms: a timer only below the shortest alarm",
  async (wait) => {
    const now = Date.now();
    vi.spyOn(Date, "now").mockReturnValue(now);
    await put({ state: "unknown", dueAt: now + wait });
    await start().run();
    expect(timers).toHaveLength(wait < 30_000 ? 1 : 0);
    expect(await alarm()).toEqual([now + Math.max(wait, 30_000)]);
  },
);

test("the earliest due attempt or job sets the timer", async () => {
  const now = Date.now();
  vi.spyOn(Date, "now").mockReturnValue(now);
  await put({ state: "unknown", dueAt: now + 9000 });
  await addJob(kit.db, createJob({ dueAt: now + 7000 }), null);
  await start().run();
  expect(timers).toMatchObject([{ wait: 7000 }]);
});

test("the scheduler's alarm starts a run, and no other alarm does", async () => {
  const account = await kit.account("aitronos");
  await put({ state: "queued", createdAt: Date.now(), dueAt: Date.now() + 5000 });
  await start().run();
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + 5000);
  await ring("other");
  await new Promise((later) => setTimeout(later, 50));
  expect(kit.sent).toEqual([]);
  await ring("rounds");
  await vi.waitFor(async () => expect(await kit.links()).toMatchObject([{ account: account.id }]), {
    timeout: 10_000,
  });
});

test("the timer starts a run", async () => {
  await kit.account("aitronos");
  await put({ state: "queued", createdAt: Date.now(), dueAt: Date.now() + 5000 });
  await start().run();
  vi.spyOn(Date, "now").mockReturnValue(Date.now() + 5000);
  timers[0]?.run();
  await vi.waitFor(async () => expect(await kit.links()).toHaveLength(1), { timeout: 10_000 });
});

test("run during a run starts one more, and all calls wait for it", async () => {
  const scheduler = start();
  const create = vi.spyOn(fakeBrowser.alarms, "create");
  await addJob(kit.db, createJob({ dueAt: Date.now() + FAR }), null);
  await Promise.all([scheduler.run(), scheduler.run(), scheduler.run()]);
  expect(create).toHaveBeenCalledTimes(2);
});

test("a call of run at the end of a run is not missed", async () => {
  await addJob(kit.db, createJob({ dueAt: Date.now() + FAR }), null);
  for (let ticks = 0; ticks < 20; ticks += 1) {
    const scheduler = start();
    let asked: Promise<void> | null = null;
    const create = vi.spyOn(fakeBrowser.alarms, "create").mockImplementation(async () => {
      if (asked) return;
      asked = (async () => {
        for (let n = 0; n < ticks; n += 1) await Promise.resolve();
        await scheduler.run();
      })();
    });
    await scheduler.run();
    await asked;
    expect([ticks, create.mock.calls.length]).toEqual([ticks, 2]);
    create.mockRestore();
  }
});

test("a full disk ends a run, which is repeated later and does not reject", async () => {
  await kit.account("aitronos");
  const now = Date.now();
  await put({ state: "queued", createdAt: now, dueAt: 1 });
  vi.spyOn(Date, "now").mockReturnValue(now);
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const putSpy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const scheduler = start();
  await scheduler.run();
  expect(timers.at(-1)).toMatchObject({ wait: delays.longestRetry });
  expect(kit.posts()).toBe(0);
  putSpy.mockRestore();
  await scheduler.run();
  expect(await kit.links()).toHaveLength(1);
});

test("a bug rejects the run, and the next run is still scheduled", async () => {
  await put({ state: "queued", dueAt: 1 });
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new TypeError("a bug");
  });
  await expect(start().run()).rejects.toThrow("a bug");
  expect(timers.at(-1)).toMatchObject({ wait: delays.longestRetry });
});

test("a job that is due again at once waits for the shortest pause", async () => {
  const account = await kit.account("aitronos");
  kit.sandbox.faults.add({ path: "/save", times: 3, do: { close: true } });
  vi.spyOn(Math, "random").mockReturnValue(0); // due again at once
  await saveTrack(kit.db, account, kit.track("aitronos"));
  await start().run();
  expect(timers).toMatchObject([{ wait: delays.firstRetry }]);
});

test("the watchdog alarm repeats until a run leaves nothing to do", async () => {
  const scheduler = start();
  await scheduler.armWatchdog();
  const [watching] = await fakeBrowser.alarms.getAll();
  expect(watching).toMatchObject({ name: "rounds", periodInMinutes: 5 });
  expect(watching?.scheduledTime).toBeGreaterThan(Date.now() + 29_000);
  await scheduler.run();
  expect(await fakeBrowser.alarms.getAll()).toEqual([]);
});
