import { expect, test, vi } from "vitest";
import { useBackground } from "../../../test/kits/background.ts";
import {
  readEntries,
  readRemoteLibrary,
  trackIds,
  useOutbox,
  waitsFor,
} from "../../../test/kits/outbox.ts";
import { saveTrack, unsaveTrack } from "../actions/library.ts";
import { MAX_TRIES } from "../timing/retry-policy.ts";
import { drain, retryOfflineJobs, resumePausedJobs, retryJob } from "./outbox.ts";

const kit = useBackground();
const outbox = useOutbox(kit);

test.each([500, 502, 503])(
  "%i: tried eight times in all, then the person is asked",
  async (status) => {
    outbox.failSaves({ status, body: "<html>" }, 100);
    expect(await outbox.save()).toEqual(waitsFor({ kind: "refused", status }));
    while (await outbox.drainNext());
    expect(outbox.countSaves()).toBe(MAX_TRIES);
    expect(await kit.jobs()).toMatchObject([{ state: "stuck", failure: { kind: "refused" } }]);
    expect(await readEntries(kit)).toHaveLength(1); // what was wished still shows
    kit.sandbox.faults.clear();
    const [stuck] = await kit.jobs();
    await retryJob(kit.db, stuck?.key ?? "");
    await drain(kit.db);
    expect([await kit.jobs(), readRemoteLibrary(kit).length]).toEqual([[], 1]);
  },
);

test("an unreadable response is retried and does not block other jobs", async () => {
  outbox.failSaves({ replace: "<html>" });
  expect(await outbox.save(0)).toMatchObject({ value: { waiting: { kind: "malformed" } } });
  expect(await outbox.save(1)).toEqual({ ok: true, value: { waiting: null } });
  await outbox.drainNext();
  expect([await kit.jobs(), readRemoteLibrary(kit).length]).toEqual([[], 2]);
});

test("404 at once: the reply is the failure, and the library is as before", async () => {
  const track = kit.track("aitronos", "mtrack_000000000000");
  expect(await saveTrack(kit.db, outbox.account, track)).toEqual({
    ok: false,
    failure: { kind: "not-yours" },
  });
  expect([await kit.jobs(), await readEntries(kit)]).toEqual([[], []]);
});

test("404 later: it stays in the list until the person has seen it", async () => {
  outbox.failSaves({ close: true });
  await outbox.save();
  kit.sandbox.faults.add({ path: "/save", do: { status: 404 } });
  await outbox.drainNext();
  expect(await kit.jobs()).toMatchObject([{ state: "stuck", failure: { kind: "not-yours" } }]);
  expect(await outbox.drainNext()).toBe(false);
});

test("a stuck job does not block others, and a new job replaces it", async () => {
  outbox.failSaves({ close: true });
  await outbox.save(0);
  outbox.failSaves({ status: 422 });
  await outbox.drainNext();
  expect(await kit.jobs()).toMatchObject([{ state: "stuck" }]);
  expect(await outbox.save(1)).toEqual({ ok: true, value: { waiting: null } });
  await unsaveTrack(kit.db, outbox.account, kit.track("aitronos", trackIds[0]));
  expect(await kit.jobs()).toMatchObject([
    { state: "waiting", task: { kind: "unsave" }, over: { state: "stuck" } },
  ]);
});

test("retrying a paused job retries all with the same failure, and no others", async () => {
  outbox.failSaves({ status: 401 });
  await outbox.save(0);
  const other = await kit.account("aitronos", "ak_wrong", "other");
  await saveTrack(kit.db, other, kit.track("aitronos"));
  const [first] = await kit.jobs();
  await retryJob(kit.db, "none");
  expect(await kit.jobs()).toMatchObject([{ state: "paused" }, { state: "paused" }]);
  await retryJob(kit.db, first?.key ?? "");
  expect(await kit.jobs()).toMatchObject([{ state: "waiting" }, { state: "paused" }]);
});

test("days without network use up no try of those that a service in trouble has", async () => {
  outbox.failSaves({ close: true }, 20);
  await outbox.save();
  for (let turn = 0; turn < 19; turn += 1) await outbox.drainNext();
  outbox.failSaves({ status: 503 }, 100);
  while (await outbox.drainNext());
  expect(outbox.countSaves()).toBe(20 + MAX_TRIES);
});

/** Wishes of which nothing can be sent until the network is back. */
async function keepOffline(...which: number[]): Promise<void> {
  vi.stubGlobal("navigator", { onLine: false });
  for (const n of which) {
    await outbox.save(n);
    outbox.now += 1;
  }
  vi.stubGlobal("navigator", { onLine: true });
  await retryOfflineJobs(kit.db);
  expect(outbox.countSaves()).toBe(0);
}

test.each([
  ["waits for the person", { status: 401 }, 1],
  ["waits for its service", { status: 503 }, 1],
  ["is stuck", { status: 422 }, 3],
  ["cannot be read", { replace: "<html>" }, 3],
])("of three that are due the first %s: so many are sent", async (_name, act, sent) => {
  await keepOffline(0, 1, 2);
  outbox.failSaves(act);
  await drain(kit.db);
  expect(outbox.countSaves()).toBe(sent);
});

test("each account's reply names its own blocker", async () => {
  const other = await kit.account("aitronos", "ak_wrong", "other");
  await saveTrack(kit.db, other, kit.track("aitronos"));
  outbox.failSaves({ status: 429, headers: { "Retry-After": "60" } });
  await outbox.save(0);
  expect(await outbox.save(1)).toMatchObject({ value: { waiting: { kind: "too-many" } } });
});

test("what can still be taken back is not hurried by anything but the person's own word for it", async () => {
  const removal = await unsaveTrack(kit.db, outbox.account, kit.track("aitronos", trackIds[0]));
  if (!removal.ok) throw new Error("not kept");
  const { key, dueAt } = removal.value;
  await retryOfflineJobs(kit.db);
  await resumePausedJobs(kit.db, null);
  outbox.failSaves({ status: 503 });
  await outbox.save(1);
  await outbox.save(2); // held back, without a failure of its own
  const held = (await kit.jobs()).find(({ track }) => track.id === trackIds[2]);
  await retryJob(kit.db, held?.key ?? "");
  const left = async () => (await kit.jobs()).find((each) => each.key === key)?.dueAt;
  expect(await left()).toBe(dueAt);
  await retryJob(kit.db, key);
  expect(await left()).toBe(outbox.now);
});

test("a new job retries the offline jobs of its own account only", async () => {
  const other = await kit.account("aitronos", undefined, "other");
  vi.spyOn(Math, "random").mockReturnValue(1);
  outbox.failSaves({ close: true }, 2);
  await outbox.save(0);
  await saveTrack(kit.db, other, kit.track("aitronos"));
  await retryOfflineJobs(kit.db, "other");
  const due = (await kit.jobs()).map((each) => [each.account, each.dueAt <= outbox.now]);
  expect(Object.fromEntries(due)).toEqual({ aitronos: false, other: true });
});

test("one more try is for all that wait for the same reason, and for one that is stuck alone", async () => {
  outbox.failSaves({ status: 422 }, 2);
  await keepOffline(0, 1);
  await drain(kit.db);
  const [first] = await kit.jobs();
  await retryJob(kit.db, first?.key ?? "");
  expect((await kit.jobs()).map(({ state }) => state)).toEqual(["waiting", "stuck"]);
});
