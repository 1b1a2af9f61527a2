import { beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { adaTracks } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import type { Account } from "../../model/account.ts";
import type { Failure } from "../../model/failure.ts";
import { putAccount } from "../../store/accounts.ts";
import { saveTrack } from "../actions/library.ts";
import { nextJobAt } from "./find-blocker.ts";
import { drain, retryOfflineJobs, resumePausedJobs, retryJob } from "./outbox.ts";

const kit = useBackground();
let account: Account;
let now: number;
beforeEach(async () => {
  account = await kit.account("aitronos");
  now = Date.now();
  vi.spyOn(Date, "now").mockImplementation(() => now);
});

const ids = adaTracks.map(({ id }) => id);
const keep = (n = 0) => saveTrack(kit.db, account, kit.track("aitronos", ids[n]));
const entries = () => kit.db.getAll("entries");
const edges = () => kit.sandbox.ledger().library.filter(({ provider }) => provider === "aitronos");
const saves = () => kit.sent.filter((line) => line.endsWith("/save")).length;
const waits = (failure: Failure) => ({ ok: true, value: { waiting: failure } });
const fault = (act: object, times = 1) =>
  kit.sandbox.faults.add({ path: "/save", times, do: act as { close: true } });

/** Goes on in time to when something is due, and does it; false when nothing is. */
async function goOn(): Promise<boolean> {
  const at = await nextJobAt(kit.db);
  if (!Number.isFinite(at)) return false;
  now = Math.max(now, Math.ceil(at));
  await drain(kit.db);
  return true;
}

test("without network: shown as saved, waits for as long as it takes, and is done then", async () => {
  fault({ close: true }, 50);
  expect(await keep()).toEqual(waits({ kind: "offline" }));
  expect(await entries()).toHaveLength(1);
  for (let turn = 0; turn < 30; turn += 1) await goOn(); // more often than any failure is believed to pass
  expect(await kit.jobs()).toMatchObject([{ state: "waiting", failure: { kind: "offline" } }]);
  kit.sandbox.faults.clear();
  await goOn();
  expect([await kit.jobs(), edges().length, (await entries()).length]).toEqual([[], 1, 1]);
});

test("the browser says that there is no network: nothing is even tried", async () => {
  vi.stubGlobal("navigator", { onLine: false });
  expect(await keep()).toEqual(waits({ kind: "offline" }));
  for (let turn = 0; turn < 30; turn += 1) await goOn();
  expect(kit.sent).toEqual([]);
  vi.stubGlobal("navigator", { onLine: true });
  await retryOfflineJobs(kit.db);
  await drain(kit.db);
  expect([await kit.jobs(), edges().length]).toEqual([[], 1]);
});

test("one that cannot reach its service holds the others back, and a new wish tries all again", async () => {
  fault({ close: true }, 2);
  await keep(0);
  expect(await keep(1)).toEqual(waits({ kind: "offline" }));
  expect(saves()).toBe(2); // the first, twice
  expect(await keep(2)).toEqual({ ok: true, value: { waiting: null } });
  expect([edges().length, await kit.jobs()]).toEqual([3, []]);
});

test.each([
  [401, { kind: "signed-out", code: null }],
  [403, { kind: "not-allowed", code: null }],
] as const)(
  "%i: everything of the account waits for the person, and says why",
  async (status, failure) => {
    fault({ status });
    expect(await keep(0)).toEqual(waits(failure));
    expect(await keep(1)).toEqual(waits(failure));
    expect(await kit.jobs()).toMatchObject([{ state: "paused" }, { state: "waiting", tries: 0 }]);
    expect(await nextJobAt(kit.db)).toBe(Number.POSITIVE_INFINITY);
    now += 10 ** 9;
    await drain(kit.db);
    expect(saves()).toBe(1);
    // Another account goes on.
    const other = await kit.account("aitronos", undefined, "other");
    expect(await saveTrack(kit.db, other, kit.track("aitronos"))).toMatchObject({
      value: { waiting: null },
    });
    await resumePausedJobs(kit.db, "other");
    await drain(kit.db);
    expect(saves()).toBe(2);
    // The key was replaced.
    await resumePausedJobs(kit.db, account.id);
    await drain(kit.db);
    expect([await kit.jobs(), edges().length]).toEqual([[], 2]);
  },
);

test("permission taken back: nothing is sent, nothing dropped; given again it goes on", async () => {
  const { contains } = fakeBrowser.permissions;
  fakeBrowser.permissions.contains = async () => false;
  expect(await keep()).toEqual(waits({ kind: "no-permission", origin: kit.sandbox.origin }));
  expect(kit.sent).toEqual([]);
  fakeBrowser.permissions.contains = contains;
  await resumePausedJobs(kit.db, null);
  await drain(kit.db);
  expect([await kit.jobs(), edges().length]).toEqual([[], 1]);
});

test("the account has no key any more: it waits", async () => {
  await putAccount(kit.db, account, "ak_wrong");
  expect(await keep()).toMatchObject({ value: { waiting: { kind: "signed-out" } } });
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
    const header = said === "http date" ? new Date(now + 91_000).toUTCString() : said;
    fault({ status: 429, headers: header === null ? {} : { "Retry-After": header } });
    const result = await keep(0);
    expect(result).toMatchObject({ ok: true, value: { waiting: { kind: "too-many" } } });
    const began = now;
    expect(await keep(1)).toMatchObject({ value: { waiting: { kind: "too-many" } } });
    const [key] = (await kit.jobs()).map((each) => each.key);
    const at = await nextJobAt(kit.db);
    expect(at).toBeGreaterThanOrEqual(began + least);
    expect(at).toBeLessThanOrEqual(began + most);
    // Nor when the person, a new key or the network urges.
    await retryJob(kit.db, key ?? "");
    await retryOfflineJobs(kit.db);
    await resumePausedJobs(kit.db, null);
    now = Math.max(began, began + least - 1);
    await drain(kit.db);
    expect(saves()).toBe(least === 0 ? saves() : 1);
    await goOn();
    expect([await kit.jobs(), edges().length]).toEqual([[], 2]);
  },
);
