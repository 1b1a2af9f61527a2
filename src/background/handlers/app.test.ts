import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { ada, adaTracks } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { readEntries, readRemoteLibrary } from "../../../test/kits/outbox.ts";
import type { Undoable } from "../../messages/protocol.ts";
import type { Handlers } from "../../messages/receive.ts";
import type { Result } from "../../model/failure.ts";
import { updateJob } from "../../store/jobs.ts";
import { createScheduler } from "../scheduler/scheduler.ts";
import { delays } from "../timing/delays.ts";
import { createHandlers } from "./app.ts";

const kit = useBackground();
const from = { page: null };
const ok = { ok: true, value: undefined };
let background: Handlers;
let runs: number;
beforeEach(() => {
  const storage = Promise.resolve({ db: kit.db, lost: true, repaired: null });
  const scheduler = createScheduler(Promise.resolve(kit.db));
  runs = 0;
  const run = () => {
    runs += 1;
    return scheduler.run();
  };
  background = createHandlers(storage, { run, armWatchdog: async () => {} });
  Object.assign(fakeBrowser, {
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: async () => {},
      unregisterContentScripts: async () => {},
    },
  });
});

const save = async (n = 0) =>
  background["save-track"](
    { account: (await kit.account("aitronos")).id, track: kit.track("aitronos", adaTracks[n]?.id) },
    from,
  );
const failSaves = (status: number, times = 1) =>
  kit.sandbox.faults.add({ path: "/save", times, do: { status } });
const unwrap = (reply: Result<Undoable>): Undoable => {
  if (!reply.ok) throw new Error(reply.failure.kind);
  return reply.value;
};

test("saves a track, removes it, and restores it by undo", async () => {
  expect(await save()).toEqual({ ok: true, value: { waiting: null } });
  const removal = { account: "aitronos", track: kit.track("aitronos") };
  const before = Date.now();
  const undoable = unwrap(await background["unsave-track"](removal, from));
  expect(undoable.until).toBeGreaterThanOrEqual(before + delays.undoWindow);
  expect(await readEntries(kit)).toEqual([]);
  const { job, revision } = undoable;
  expect(await background.undo({ job, revision: "other" }, from)).toEqual({
    ok: true,
    value: false,
  });
  expect(await background.undo({ job, revision }, from)).toEqual({ ok: true, value: true });
  expect([(await readEntries(kit)).length, readRemoteLibrary(kit).length]).toEqual([1, 1]);
});

test("a removal is sent when its time to undo is over", async () => {
  await save();
  await background["unsave-track"]({ account: "aitronos", track: kit.track("aitronos") }, from);
  await vi.waitFor(() => expect(readRemoteLibrary(kit)).toEqual([]), { timeout: 10_000 });
});

test("a revocation is sent when its time to undo is over", async () => {
  const { id: account } = await kit.account("mixthat");
  const made = await background["share-track"]({ ...kit.shareIntent("mixthat"), account }, from);
  if (!made.ok) throw new Error(made.failure.kind);
  unwrap(await background["revoke-link"]({ link: made.value.link.key }, from));
  expect(kit.liveShares()).toHaveLength(1);
  await vi.waitFor(() => expect(kit.liveShares()).toEqual([]), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await kit.jobs()).toEqual([]));
  expect(await background["revoke-link"]({ link: "none" }, from)).toMatchObject({
    failure: { kind: "gone" },
  });
});

test("undoing a removal restores the waiting save, which is then sent", async () => {
  failSaves(503);
  await save();
  const removal = { account: "aitronos", track: kit.track("aitronos") };
  const { job, revision } = unwrap(await background["unsave-track"](removal, from));
  await background.undo({ job, revision }, from);
  await vi.waitFor(() => expect(readRemoteLibrary(kit)).toHaveLength(1), { timeout: 10_000 });
});

test("a cancelled job does not block others any more", async () => {
  failSaves(401);
  await save(0);
  expect(await save(1)).toMatchObject({ value: { waiting: { kind: "signed-out" } } });
  const paused = (await kit.jobs()).find(({ state }) => state === "paused");
  expect(await background["cancel-job"]({ job: paused?.key ?? "" }, from)).toEqual(ok);
  await vi.waitFor(() =>
    expect(readRemoteLibrary(kit)).toMatchObject([{ track_id: adaTracks[1]?.id }]),
  );
  await vi.waitFor(async () => expect(await kit.jobs()).toEqual([]));
  expect(await readEntries(kit)).toHaveLength(1);
});

test("retry sends a paused job", async () => {
  failSaves(401);
  await save();
  const [paused] = await kit.jobs();
  expect(await background.retry({ job: paused?.key ?? "" }, from)).toEqual(ok);
  expect([readRemoteLibrary(kit).length, await kit.jobs()]).toEqual([1, []]);
});

test.each(["add-account", "replace-key"] as const)(
  "%s: jobs that waited for the key are sent",
  async (name) => {
    failSaves(401);
    await save();
    const { origin } = kit.sandbox;
    const settings = { organization: ada.org };
    const form = { provider: "aitronos", origin, label: "Ada", settings, key: ada.key } as const;
    const done =
      name === "add-account"
        ? await background[name](form, from)
        : await background[name]({ account: "aitronos", key: ` ${ada.key}\n` }, from);
    expect(done).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(readRemoteLibrary(kit)).toHaveLength(1), { timeout: 10_000 });
  },
);

test("a rejected key resumes no job", async () => {
  failSaves(401);
  await save();
  const wrong = { account: "aitronos", key: "ak_wrong" };
  expect(await background["replace-key"](wrong, from)).toMatchObject({ ok: false });
  expect(await kit.jobs()).toMatchObject([{ state: "paused" }]);
});

test("opening the app retries jobs that wait for the network", async () => {
  kit.sandbox.faults.add({ path: "/save", do: { close: true } });
  await save();
  const [waiting] = await kit.jobs();
  if (!waiting) throw new Error("nothing waits");
  await updateJob(kit.db, waiting, { dueAt: Date.now() + 1e9 });
  await background["resolve-page"]({ address: "about:blank", title: null, tab: null }, from);
  await vi.waitFor(() => expect(readRemoteLibrary(kit)).toHaveLength(1), { timeout: 10_000 });
});

test("a loss of data is reported until it is dismissed", async () => {
  expect(await background.ready({}, from)).toMatchObject({ ok: true, value: { lost: true } });
  expect(await background["dismiss-loss"]({}, from)).toEqual(ok);
  expect(await background.ready({}, from)).toMatchObject({ value: { lost: false } });
});

test("removing an account removes its entries, jobs and key", async () => {
  failSaves(401);
  await save();
  await background["remove-account"]({ account: "aitronos" }, from);
  expect([await readEntries(kit), await kit.jobs(), await kit.db.getAll("keys")]).toEqual([
    [],
    [],
    [],
  ]);
});

test("sharing without an account fails, and an unknown attempt can be withdrawn", async () => {
  const asked = { ...kit.shareIntent("aitronos"), account: "none" };
  expect(await background["share-track"](asked, from)).toEqual({
    ok: false,
    failure: { kind: "no-account" },
  });
  const { id: account } = await kit.account("aitronos");
  kit.sandbox.faults.add({ method: "POST", path: "/share", do: { close: true } });
  await background["share-track"]({ ...kit.shareIntent("aitronos"), account }, from);
  const [unknown] = await kit.attempts();
  expect(await background["withdraw-attempt"]({ attempt: unknown?.key ?? "" }, from)).toEqual(ok);
  expect(await kit.attempts()).toEqual([]);
  expect(runs).toBeGreaterThan(1);
});
