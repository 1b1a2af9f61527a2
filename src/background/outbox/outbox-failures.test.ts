import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { useBackground } from "../../../test/kits/background.ts";
import { readEntries, readRemoteLibrary, useOutbox, waitsFor } from "../../../test/kits/outbox.ts";
import { putAccount } from "../../store/accounts.ts";
import { saveTrack } from "../actions/library.ts";
import { nextJobAt } from "./find-account-blocker.ts";
import { drain, retryOfflineJobs, resumePausedJobs, retryJob } from "./outbox.ts";

const kit = useBackground();
const outbox = useOutbox(kit);

test("without network: the entry is shown, and the job waits for days and is then done", async () => {
  outbox.failSaves({ close: true }, 50);
  expect(await outbox.save()).toEqual(waitsFor({ kind: "offline" }));
  expect(await readEntries(kit)).toHaveLength(1);
  for (let turn = 0; turn < 30; turn += 1) await outbox.drainNext(); // more often than any failure is believed to pass
  expect(await kit.jobs()).toMatchObject([{ state: "waiting", failure: { kind: "offline" } }]);
  kit.sandbox.faults.clear();
  await outbox.drainNext();
  expect([
    await kit.jobs(),
    readRemoteLibrary(kit).length,
    (await readEntries(kit)).length,
  ]).toEqual([[], 1, 1]);
});

test("navigator.onLine is false: no request is sent", async () => {
  vi.stubGlobal("navigator", { onLine: false });
  expect(await outbox.save()).toEqual(waitsFor({ kind: "offline" }));
  for (let turn = 0; turn < 30; turn += 1) await outbox.drainNext();
  expect(kit.sent).toEqual([]);
  vi.stubGlobal("navigator", { onLine: true });
  await retryOfflineJobs(kit.db);
  await drain(kit.db);
  expect([await kit.jobs(), readRemoteLibrary(kit).length]).toEqual([[], 1]);
});

test("a job that cannot reach its service blocks the others; a new job retries all", async () => {
  outbox.failSaves({ close: true }, 2);
  await outbox.save(0);
  expect(await outbox.save(1)).toEqual(waitsFor({ kind: "offline" }));
  expect(outbox.countSaves()).toBe(2); // the first, twice
  expect(await outbox.save(2)).toEqual({ ok: true, value: { waiting: null } });
  expect([readRemoteLibrary(kit).length, await kit.jobs()]).toEqual([3, []]);
});

test.each([
  [401, { kind: "signed-out", code: null }],
  [403, { kind: "not-allowed", code: null }],
] as const)(
  "%i: everything of the account waits for the person, and says why",
  async (status, failure) => {
    outbox.failSaves({ status });
    expect(await outbox.save(0)).toEqual(waitsFor(failure));
    expect(await outbox.save(1)).toEqual(waitsFor(failure));
    expect(await kit.jobs()).toMatchObject([{ state: "paused" }, { state: "waiting", tries: 0 }]);
    expect(await nextJobAt(kit.db)).toBe(Number.POSITIVE_INFINITY);
    outbox.now += 10 ** 9;
    await drain(kit.db);
    expect(outbox.countSaves()).toBe(1);
    // Another account goes on.
    const other = await kit.account("aitronos", undefined, "other");
    expect(await saveTrack(kit.db, other, kit.track("aitronos"))).toMatchObject({
      value: { waiting: null },
    });
    await resumePausedJobs(kit.db, "other");
    await drain(kit.db);
    expect(outbox.countSaves()).toBe(2);
    // The key was replaced.
    await resumePausedJobs(kit.db, outbox.account.id);
    await drain(kit.db);
    expect([await kit.jobs(), readRemoteLibrary(kit).length]).toEqual([[], 2]);
  },
);

test("permission removed: jobs wait; granted again: they are sent", async () => {
  const { contains } = fakeBrowser.permissions;
  fakeBrowser.permissions.contains = async () => false;
  expect(await outbox.save()).toEqual(
    waitsFor({ kind: "no-permission", origin: kit.sandbox.origin }),
  );
  expect(kit.sent).toEqual([]);
  fakeBrowser.permissions.contains = contains;
  await resumePausedJobs(kit.db, null);
  await drain(kit.db);
  expect([await kit.jobs(), readRemoteLibrary(kit).length]).toEqual([[], 1]);
});

test("an account without a key: the job waits", async () => {
  await putAccount(kit.db, outbox.account, "ak_wrong");
  expect(await outbox.save()).toMatchObject({ value: { waiting: { kind: "signed-out" } } });
});

test.each([
  ["120", 120_000, 120_000],
  ["http date", 90_000, 91_000],
  ["999999999", 3_600_000, 3_600_000],
  ["soon", 0, 100],
  [null, 0, 100],
])(
  "429 with Retry-After %s: nothing of the account goes before that",
  async (said, least, most) => {
    const header = said === "http date" ? new Date(outbox.now + 91_000).toUTCString() : said;
    outbox.failSaves({ status: 429, headers: header === null ? {} : { "Retry-After": header } });
    const result = await outbox.save(0);
    expect(result).toMatchObject({ ok: true, value: { waiting: { kind: "too-many" } } });
    const began = outbox.now;
    expect(await outbox.save(1)).toMatchObject({ value: { waiting: { kind: "too-many" } } });
    const [key] = (await kit.jobs()).map((each) => each.key);
    const at = await nextJobAt(kit.db);
    expect(at).toBeGreaterThanOrEqual(began + least);
    expect(at).toBeLessThanOrEqual(began + most);
    // Nor when the person, a new key or the network urges.
    await retryJob(kit.db, key ?? "");
    await retryOfflineJobs(kit.db);
    await resumePausedJobs(kit.db, null);
    outbox.now = Math.max(began, began + least - 1);
    await drain(kit.db);
    expect(outbox.countSaves()).toBe(least === 0 ? outbox.countSaves() : 1);
    await outbox.drainNext();
    expect([await kit.jobs(), readRemoteLibrary(kit).length]).toEqual([[], 2]);
  },
);
