import { beforeEach, expect, test, vi } from "vitest";
import { adaTracks } from "../../test/sandbox/accounts.ts";
import { useBackground } from "../../test/kits/background.ts";
import type { Account } from "../model/account.ts";
import type { Failure } from "../model/failure.ts";
import { MOST_TRIES } from "./backoff.ts";
import { save, unsave } from "./library.ts";
import { nextErrandAt } from "./obstacles.ts";
import { drain, retry } from "./outbox.ts";

const kit = useBackground();
let account: Account;
let now: number;
beforeEach(async () => {
  account = await kit.account("aitronos");
  now = Date.now();
  vi.spyOn(Date, "now").mockImplementation(() => now);
});

const ids = adaTracks.map(({ id }) => id);
const keep = (n = 0) => save(kit.db, account, kit.track("aitronos", ids[n]));
const entries = () => kit.db.getAll("entries");
const edges = () => kit.sandbox.ledger().library.filter(({ provider }) => provider === "aitronos");
const saves = () => kit.sent.filter((line) => line.endsWith("/save")).length;
const waits = (failure: Failure) => ({ ok: true, value: { waiting: failure } });
const fault = (act: object, times = 1) =>
  kit.sandbox.faults.add({ path: "/save", times, do: act as { close: true } });

/** Goes on in time to when something is due, and does it; false when nothing is. */
async function goOn(): Promise<boolean> {
  const at = await nextErrandAt(kit.db);
  if (!Number.isFinite(at)) return false;
  now = Math.max(now, Math.ceil(at));
  await drain(kit.db);
  return true;
}

test.each([500, 502, 503])(
  "%i: tried eight times in all, then the person is asked",
  async (status) => {
    fault({ status, body: "<html>" }, 100);
    expect(await keep()).toEqual(waits({ kind: "refused", status }));
    while (await goOn());
    expect(saves()).toBe(MOST_TRIES);
    expect(await kit.errands()).toMatchObject([{ state: "stuck", failure: { kind: "refused" } }]);
    expect(await entries()).toHaveLength(1); // what was wished still shows
    kit.sandbox.faults.clear();
    const [stuck] = await kit.errands();
    await retry(kit.db, stuck?.key ?? "");
    await drain(kit.db);
    expect([await kit.errands(), edges().length]).toEqual([[], 1]);
  },
);

test("what nobody can read counts as a failure that may pass, and holds nobody back", async () => {
  fault({ replace: "<html>" });
  expect(await keep(0)).toMatchObject({ value: { waiting: { kind: "malformed" } } });
  expect(await keep(1)).toEqual({ ok: true, value: { waiting: null } });
  await goOn();
  expect([await kit.errands(), edges().length]).toEqual([[], 2]);
});

test("404 at once: the person is told, and the library is as before", async () => {
  const track = kit.track("aitronos", "mtrack_000000000000");
  expect(await save(kit.db, account, track)).toEqual({ ok: false, failure: { kind: "not-yours" } });
  expect([await kit.errands(), await entries()]).toEqual([[], []]);
});

test("404 later: it stays in the list until the person has seen it", async () => {
  fault({ close: true });
  await keep();
  kit.sandbox.faults.add({ path: "/save", do: { status: 404 } });
  await goOn();
  expect(await kit.errands()).toMatchObject([{ state: "stuck", failure: { kind: "not-yours" } }]);
  expect(await goOn()).toBe(false);
});

test("one that is stuck holds nobody back, and another wish takes its place", async () => {
  fault({ close: true });
  await keep(0);
  fault({ status: 422 });
  await goOn();
  expect(await kit.errands()).toMatchObject([{ state: "stuck" }]);
  expect(await keep(1)).toEqual({ ok: true, value: { waiting: null } });
  await unsave(kit.db, account, kit.track("aitronos", ids[0]));
  expect(await kit.errands()).toMatchObject([
    { state: "waiting", task: { kind: "unsave" }, over: { state: "stuck" } },
  ]);
});

test("urging one paused errand urges all that wait for the same reason, and of others nothing", async () => {
  fault({ status: 401 });
  await keep(0);
  const other = await kit.account("aitronos", "ak_wrong", "other");
  await save(kit.db, other, kit.track("aitronos"));
  const [first] = await kit.errands();
  await retry(kit.db, "none");
  expect(await kit.errands()).toMatchObject([{ state: "paused" }, { state: "paused" }]);
  await retry(kit.db, first?.key ?? "");
  expect(await kit.errands()).toMatchObject([{ state: "waiting" }, { state: "paused" }]);
});
