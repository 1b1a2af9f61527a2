import { expect, test, vi } from "vitest";
import { mixthatStemTrack } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { useLostShares } from "../../../test/kits/lost-shares.ts";
import { putAccount } from "../../store/accounts.ts";
import { putAttempt } from "../../store/attempts.ts";
import { delays } from "../timing/delays.ts";
import { reconcile } from "./reconcile.ts";

const kit = useBackground();
const its = useLostShares(kit, "mixthat");

const [anHour, longest] = [3_600_000, delays.longestRetry];
test.each([
  ["no network", { close: true }, 0, longest],
  ["a server in trouble", { status: 500 }, 0, longest],
  ["a page", { replace: "<html>" }, 0, longest],
  ["too many", { status: 429, headers: { "Retry-After": "9999" } }, anHour, anHour],
  ["a key that is refused", { status: 401 }, longest, longest],
] as const)(
  "the list cannot be read for %s: asked again later, for ever",
  async (_name, act, least, most) => {
    const attempt = await its.shareUnanswered("after");
    kit.sandbox.faults.add({
      method: "GET",
      path: "/shares",
      times: 40,
      do: act as { close: true },
    });
    for (const age of [0, 1, longest, 100 * longest, 10 ** 9]) {
      its.now = (attempt.sentAt ?? 0) + age;
      await reconcile(kit.db, its.account, attempt);
      const looked = await its.getAttempt();
      expect(looked).toEqual({ ...attempt, dueAt: looked.dueAt });
      expect(looked.dueAt).toBeGreaterThanOrEqual(its.now + least);
      expect(looked.dueAt).toBeLessThanOrEqual(its.now + most);
    }
    expect([kit.posts(), kit.liveShares().length]).toEqual([1, 1]);
  },
);

test("the older it is, the more seldom the list is asked for", async () => {
  const attempt = await its.shareUnanswered("after");
  vi.spyOn(Math, "random").mockReturnValue(1);
  kit.sandbox.faults.add({ method: "GET", path: "/shares", times: 9, do: { close: true } });
  const waits: number[] = [];
  for (const age of [0, delays.firstRetry, 4 * delays.firstRetry, 10 ** 9]) {
    its.now = (attempt.sentAt ?? 0) + age;
    await reconcile(kit.db, its.account, attempt);
    waits.push(((await its.getAttempt()).dueAt ?? 0) - its.now);
  }
  expect(waits).toEqual([
    delays.firstRetry,
    delays.firstRetry,
    4 * delays.firstRetry,
    delays.longestRetry,
  ]);
});

test.each([
  ["unknown", { state: "failed", dueAt: null, failure: { kind: "not-yours" }, raw: null }],
  ["failed", { state: "failed", dueAt: null, failure: { kind: "not-yours" } }],
  ["done", { state: "done", dueAt: null, failure: null }],
  ["withdrawn", null],
] as const)("the track is gone, and its links with it: %s", async (state, left) => {
  const attempt = await its.shareUnanswered("after");
  await putAttempt(kit.db, { ...attempt, state });
  kit.sandbox.faults.add({ method: "GET", path: "/shares", do: { status: 404 } });
  await reconcile(kit.db, its.account, { ...attempt, state });
  expect(await kit.attempts()).toMatchObject(left ? [left] : []);
  expect(kit.posts()).toBe(1);
});

test("a leftover that cannot be revoked: nothing is sent before it is", async () => {
  await its.shareUnanswered("after");
  kit.sandbox.faults.add({ method: "DELETE", path: "/shares", do: { status: 503 } });
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "unknown", looks: 0 });
  expect([kit.posts(), kit.liveShares().length]).toEqual([1, 1]);
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "done" });
  expect([kit.posts(), kit.liveShares().length]).toEqual([2, 1]);
});

test("sent again without network: it waits its turn, still under its own mark", async () => {
  const first = await its.shareUnanswered("after");
  kit.sandbox.faults.add({
    method: "GET",
    path: `/tracks/${mixthatStemTrack.id}$`,
    do: { close: true },
  });
  const queued = await its.reconcileWhenDue();
  expect(queued).toMatchObject({ state: "queued", spent: [first.nonce], looks: 1 });
  expect(queued.dueAt).toBeGreaterThanOrEqual(its.now);
  expect(queued.dueAt).toBeLessThanOrEqual(its.now + delays.firstRetry);
  expect([kit.posts(), kit.liveShares().length]).toEqual([1, 0]);
});

test("the account is gone, or its key is refused when it is reconciled", async () => {
  const attempt = await its.shareUnanswered("after");
  await reconcile(kit.db, undefined, attempt);
  expect(await its.getAttempt()).toEqual({ ...attempt, dueAt: its.now + delays.longestRetry });
  await putAccount(kit.db, its.account, "wrong");
  await reconcile(kit.db, its.account, attempt);
  expect(await its.getAttempt()).toEqual({ ...attempt, dueAt: its.now + delays.longestRetry });
});
