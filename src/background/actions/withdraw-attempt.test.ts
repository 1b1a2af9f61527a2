import { expect, test } from "vitest";
import { useBackground } from "../../../test/kits/background.ts";
import { useLostShares } from "../../../test/kits/lost-shares.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import { putAttempt } from "../../store/attempts.ts";
import { withShareLock, shareTrack } from "../sharing/share-track.ts";
import { withdrawAttempt } from "./withdraw-attempt.ts";

const kit = useBackground();
const its = useLostShares(kit, "mixthat");

test("withdrawing an unknown attempt finds its link at once and revokes it", async () => {
  const attempt = await its.shareUnanswered("after");
  its.now += 7;
  await withdrawAttempt(kit.db, attempt.key);
  expect(await its.getAttempt()).toMatchObject({ state: "withdrawn", dueAt: its.now });
  await its.reconcileWhenDue();
  expect([kit.posts(), kit.liveShares().length]).toEqual([1, 0]);
});

test.each([
  ["unknown", 1, "withdrawn"],
  ["failed", 1, "withdrawn"],
  ["withdrawn", 1, "withdrawn"],
  ["unknown", null, null],
  ["failed", null, null],
  ["waiting", 1, null],
  ["queued", 1, null],
  ["answered", null, null],
] as const)("%s, due %s: %s", async (state, dueAt, left) => {
  const attempt = await its.shareUnanswered("after");
  await putAttempt(kit.db, { ...attempt, state, dueAt });
  await withdrawAttempt(kit.db, attempt.key);
  expect((await kit.attempts()).map((each) => each.state)).toEqual(left ? [left] : []);
});

test.each(["queued", "waiting"] as const)(
  "%s, but sent before: links of the earlier requests are looked for as well",
  async (state) => {
    const attempt = await its.shareUnanswered("after");
    const again = { ...attempt, state, nonce: "0000000009", spent: [attempt.nonce], dueAt: 1 };
    await putAttempt(kit.db, again);
    await withdrawAttempt(kit.db, attempt.key);
    expect(await its.getAttempt()).toMatchObject({ state: "withdrawn" });
    await its.reconcileWhenDue();
    expect(kit.liveShares()).toEqual([]);
  },
);

test("withdrawing an attempt that does not exist, or is removed meanwhile, succeeds", async () => {
  await withdrawAttempt(kit.db, "none");
  const attempt = await its.shareUnanswered("after");
  const { account, track } = attempt;
  const before = withShareLock({ id: account }, track, () =>
    kit.db.delete("attempts", attempt.key),
  );
  kit.copyDiffers = true;
  const forgotten = withdrawAttempt(kit.db, attempt.key);
  await Promise.all([before, forgotten]);
  expect(await kit.attempts()).toEqual([]);
});

test("withdrawing during a reconciliation waits for it and then revokes the link", async () => {
  const attempt = await its.shareUnanswered("after");
  let forgotten: Promise<void> | null = null;
  onFailpoint(async (at) => {
    if (at === "reconcile:listed") forgotten = withdrawAttempt(kit.db, attempt.key);
  });
  await withShareLock({ id: attempt.account }, attempt.track, () => its.reconcileWhenDue());
  await forgotten;
  onFailpoint(null);
  // A link has come of it by now: it goes the way of every link that is revoked.
  expect(await kit.links()).toMatchObject([{ key: attempt.key }]);
  expect(await kit.jobs()).toMatchObject([{ task: { kind: "revoke", link: attempt.key } }]);
});

test("withdrawing an attempt does not revoke a link that was made long ago", async () => {
  await shareTrack(kit.db, its.account, kit.shareIntent("mixthat"));
  const attempt = await its.getAttempt();
  await withdrawAttempt(kit.db, attempt.key);
  expect([(await kit.links()).length, await kit.jobs()]).toEqual([1, []]);
  expect(kit.liveShares()).toHaveLength(1);
});
