import { expect, test } from "vitest";
import { useBackground } from "../../../test/kits/background.ts";
import { useLostShares } from "../../../test/kits/lost-shares.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import { putAttempt } from "../../store/attempts.ts";
import { getLink, putLink } from "../../store/links.ts";
import { delays, MAX_INTENT_AGE_MS } from "../timing/delays.ts";
import { reconcile } from "./reconcile.ts";
import { shareTrack } from "./share-track.ts";

const kit = useBackground();
const its = useLostShares(kit, "mixthat");
const [firstLook = 0, secondLook = 0] = delays.polls;

test("not applied: looked for twice, then sent again under another mark, and one link lives", async () => {
  const first = await its.shareUnanswered("before");
  expect(first).toMatchObject({
    state: "unknown",
    looks: 0,
    dueAt: its.now + firstLook,
    spent: [],
  });
  const second = await its.reconcileWhenDue();
  expect(second).toMatchObject({ state: "unknown", looks: 1 });
  expect(second.dueAt).toBe((first.sentAt ?? 0) + secondLook);
  expect(kit.posts()).toBe(1);
  const done = await its.reconcileWhenDue();
  expect(done).toMatchObject({ state: "done", looks: 0, spent: [first.nonce] });
  expect(done.nonce).not.toBe(first.nonce);
  expect(kit.posts()).toBe(2);
  expect(await kit.links()).toMatchObject([{ key: first.key, nonce: done.nonce }]);
  expect(kit.liveShares()).toMatchObject([{ id: (await kit.links())[0]?.id }]);
  expect(kit.shares()).toHaveLength(1);
});

test("applied: nobody has its address, so it is revoked before another one is made", async () => {
  await its.shareUnanswered("after");
  const order: string[] = [];
  onFailpoint(async (at) => {
    order.push(`${at} ${kit.liveShares().length}`);
    // Who stops here goes on from here.
    if (at === "reconcile:again")
      expect(await its.getAttempt()).toMatchObject({ state: "queued", dueAt: its.now });
  });
  const done = await its.reconcileWhenDue();
  onFailpoint(null);
  expect(order.filter((at) => !at.startsWith("write"))).toEqual([
    "reconcile:listed 1",
    "reconcile:revoked 0",
    "reconcile:again 0",
    "share:checked 0",
    "share:sending 0",
    "share:answered 1",
    "share:answer-kept 1",
    "share:read 1",
    "share:kept 1",
  ]);
  expect(done.state).toBe("done");
  expect(kit.shares()).toHaveLength(2);
  expect(kit.liveShares()).toMatchObject([{ id: (await kit.links())[0]?.id }]);
});

test("what arrives late is swept, at the looks and when nothing can arrive any more", async () => {
  const first = await its.shareUnanswered("before");
  await its.reconcileWhenDue();
  let done = await its.reconcileWhenDue();
  const sentAt = done.sentAt ?? 0;
  expect(done.dueAt).toBe(its.now + firstLook);
  await its.createLateShare(first.nonce);
  expect(kit.liveShares()).toHaveLength(2);
  done = await its.reconcileWhenDue();
  expect(kit.liveShares()).toMatchObject([{ id: (await kit.links())[0]?.id }]);
  expect(done.dueAt).toBe(sentAt + secondLook);
  done = await its.reconcileWhenDue();
  expect(done.dueAt).toBe(its.now + delays.orphanSweep);
  await its.createLateShare(first.nonce);
  done = await its.reconcileWhenDue();
  expect(done).toMatchObject({ state: "done", dueAt: null });
  expect(kit.liveShares()).toMatchObject([{ id: (await kit.links())[0]?.id }]);
  expect(kit.posts()).toBe(4); // two of them were this test's
});

test("a sweep in the last moment before its time is not the last one", async () => {
  await its.shareUnanswered("before");
  await its.reconcileWhenDue();
  const done = await its.reconcileWhenDue();
  its.now = (done.sentAt ?? 0) + delays.orphanSweep - 1;
  await reconcile(kit.db, its.account, { ...done, looks: 5, dueAt: its.now });
  expect((await its.getAttempt()).dueAt).toBe(its.now + delays.orphanSweep);
  its.now += 1;
  await reconcile(kit.db, its.account, { ...done, looks: 5, dueAt: its.now });
  expect((await its.getAttempt()).dueAt).toBeNull();
});

test("a second link of the same sending is revoked; ours, and what others made, stay", async () => {
  await shareTrack(kit.db, its.account, kit.shareIntent("mixthat"));
  const [link] = await kit.links();
  await its.createLateShare(link?.nonce ?? ""); // Chromium itself sent it again
  await its.createLateShare("0000000000");
  await its.reconcileWhenDue();
  expect(kit.liveShares().map(({ id }) => id)).toContain(link?.id);
  expect(kit.liveShares()).toHaveLength(2);
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "done", dueAt: null, looks: 1 });
  expect(kit.liveShares()).toHaveLength(2);
});

test("with our id unknown it is learnt from the address before anything is revoked", async () => {
  kit.sandbox.faults.add({ method: "GET", path: "/shares", times: 5, do: { status: 500 } });
  await shareTrack(kit.db, its.account, kit.shareIntent("mixthat"));
  kit.sandbox.faults.clear();
  const [link] = await kit.links();
  expect(link?.id).toBeNull();
  const ours = kit.shares()[0]?.id;
  await its.createLateShare(link?.nonce ?? "");
  await its.reconcileWhenDue();
  expect(await getLink(kit.db, link?.key ?? "")).toMatchObject({ id: ours });
  expect(kit.liveShares()).toMatchObject([{ id: ours }]);
});

test("when it is unclear which link is ours, none is revoked", async () => {
  kit.sandbox.faults.add({ method: "GET", path: "/shares", times: 5, do: { status: 500 } });
  await shareTrack(kit.db, its.account, kit.shareIntent("mixthat"));
  kit.sandbox.faults.clear();
  const [link] = await kit.links();
  if (!link) throw new Error("no link");
  await putLink(kit.db, { ...link, url: "https://another.example" });
  await its.createLateShare(link.nonce);
  await its.reconcileWhenDue();
  expect(kit.liveShares()).toHaveLength(2);
  expect(await getLink(kit.db, link.key)).toMatchObject({ id: null });
});

test("an attempt whose responses are all lost is sent three times, and no link of it lives", async () => {
  its.dropConnection("after", 3);
  await shareTrack(kit.db, its.account, kit.shareIntent("mixthat"));
  const second = await its.reconcileWhenDue();
  expect(second).toMatchObject({ state: "unknown", spent: [expect.any(String)] });
  const third = await its.reconcileWhenDue();
  expect(third).toMatchObject({ state: "unknown", spent: { length: 2 } });
  const end = await its.reconcileWhenDue();
  expect(end).toMatchObject({ state: "failed", failure: { kind: "unknown-outcome" }, raw: null });
  expect(end.spent).toHaveLength(3);
  expect(end.dueAt).toBe(its.now + delays.orphanSweep);
  expect([kit.posts(), kit.liveShares().length]).toEqual([3, 0]);
  // What arrives late of any of them is swept, and nothing is sent again.
  for (const nonce of end.spent) await its.createLateShare(nonce);
  await its.reconcileWhenDue();
  expect(kit.liveShares()).toEqual([]);
  expect(await its.reconcileWhenDue()).toMatchObject({ state: "failed", dueAt: null });
  expect(kit.posts()).toBe(6); // three of them were this test's
});

test.each([
  ["after 24 hours it is not sent again", 1, "failed", 1],
  ["until then it is", 0, "done", 2],
] as const)("%s", async (_name, over, state, posts) => {
  const attempt = await its.shareUnanswered("before");
  its.now = attempt.createdAt + MAX_INTENT_AGE_MS + over;
  await reconcile(kit.db, its.account, { ...attempt, looks: 1, dueAt: its.now });
  expect(await its.getAttempt()).toMatchObject({ state });
  expect(kit.posts()).toBe(posts);
});

test("withdrawn while unknown: its link is revoked, and it is not sent again", async () => {
  const attempt = await its.shareUnanswered("after");
  await putAttempt(kit.db, { ...attempt, state: "withdrawn" });
  const looked = await its.reconcileWhenDue();
  expect(looked).toMatchObject({ state: "withdrawn", looks: 1 });
  expect([kit.posts(), kit.liveShares().length]).toEqual([1, 0]);
  await its.reconcileWhenDue();
  await its.createLateShare(attempt.nonce);
  its.now = (attempt.sentAt ?? 0) + delays.orphanSweep;
  await reconcile(kit.db, its.account, await its.getAttempt());
  expect(await kit.attempts()).toEqual([]);
  expect(kit.liveShares()).toEqual([]);
});
