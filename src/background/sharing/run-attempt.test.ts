import { expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { failedRender, slowRender, stemTrack } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { createAttempt } from "../../../test/kits/rows.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import { providers } from "../../providers/adapters.ts";
import { getAttemptsInState, putAttempt } from "../../store/attempts.ts";
import { delays } from "../timing/delays.ts";
import { runAttempt } from "./run-attempt.ts";
import { shareTrack } from "./share-track.ts";

const kit = useBackground();

/** One that waits in the database, not sent yet. */
async function queued(account: string, change: Partial<Attempt> = {}): Promise<Attempt> {
  const { intent: key, track, terms: asked } = kit.shareIntent("aitronos");
  const now = Date.now();
  const attempt = createAttempt({
    key,
    account,
    track,
    asked,
    createdAt: now,
    dueAt: now,
    ...change,
  });
  await putAttempt(kit.db, attempt);
  return attempt;
}

test("a render that failed will never have a link; one that is made still waits", async () => {
  const account = await kit.account("craftkit");
  const gone = await shareTrack(kit.db, account, kit.shareIntent("craftkit", {}, failedRender.id));
  expect(gone).toEqual({ ok: false, failure: { kind: "gone" } });
  expect(await kit.attempts()).toEqual([]);
  const before = Date.now();
  const early = await shareTrack(kit.db, account, kit.shareIntent("craftkit", {}, slowRender.id));
  expect(early).toEqual({ ok: false, failure: { kind: "not-ready" } });
  const [waiting] = await kit.attempts();
  expect(waiting).toMatchObject({ state: "waiting", raw: null, reserve: null });
  expect(waiting?.dueAt).toBeGreaterThanOrEqual(before + delays.notReady);
  expect(kit.posts()).toBe(0);
});

test("409 to the request itself waits as well: that was not applied", async () => {
  const account = await kit.account("craftkit");
  kit.sandbox.faults.add({ method: "POST", path: "/shares", do: { status: 409 } });
  await shareTrack(kit.db, account, kit.shareIntent("craftkit"));
  const [waiting] = await kit.attempts();
  expect(waiting).toMatchObject({ state: "waiting", raw: null, reserve: null });
  if (!waiting) throw new Error("nothing waits");
  expect(await runAttempt(kit.db, account, waiting, { unattended: true })).toMatchObject({
    ok: true,
  });
  expect(kit.shares()).toHaveLength(1);
});

test.each([
  ["queued", "queued"],
  ["waiting", "waiting"],
] as const)(
  "alone and without network, one that is %s is tried again, ever later",
  async (state, left) => {
    const account = await kit.account("aitronos");
    const attempt = await queued("aitronos", { state, looks: 2 });
    vi.spyOn(Math, "random").mockReturnValue(1);
    kit.sandbox.faults.add({ path: stemTrack.id, do: { close: true } });
    const before = Date.now();
    await runAttempt(kit.db, account, attempt, { unattended: true });
    const [kept] = await kit.attempts();
    expect(kept).toMatchObject({ state: left, looks: 3, failure: { kind: "offline" } });
    expect(kept?.dueAt).toBeGreaterThanOrEqual(before + 4 * delays.firstRetry);
    expect(kept?.dueAt).toBeLessThanOrEqual(Date.now() + 4 * delays.firstRetry);
  },
);

test("hours without network use up no try of those that a service in trouble has", async () => {
  const account = await kit.account("aitronos");
  const attempt = await queued("aitronos", { looks: 90, failure: { kind: "offline" } });
  kit.sandbox.faults.add({ path: stemTrack.id, do: { status: 503 } });
  await runAttempt(kit.db, account, attempt, { unattended: true });
  const [kept] = await kit.attempts();
  expect(kept).toMatchObject({ state: "queued", looks: 1, failure: { kind: "refused" } });
  if (!kept) throw new Error("it is gone");
  await runAttempt(kit.db, account, kept, { unattended: true });
  expect(await kit.attempts()).toMatchObject([{ state: "done", failure: null }]);
});

test("alone and refused after it was sent: it is told, and what was sent before is swept", async () => {
  const account = await kit.account("aitronos");
  kit.sandbox.faults.add({ method: "POST", path: "/share", times: 2, do: { status: 422 } });
  const refused = { kind: "refused", status: 422 };
  await runAttempt(kit.db, account, await queued("aitronos"), { unattended: true });
  expect(await kit.attempts()).toMatchObject([
    { state: "failed", failure: refused, dueAt: null, raw: null, reserve: null },
  ]);
  await kit.db.clear("attempts");
  kit.copyDiffers = true;
  const before = Date.now();
  const spent = await queued("aitronos", { spent: ["0000000002"] });
  await runAttempt(kit.db, account, spent, { unattended: true });
  const [failed] = await kit.attempts();
  expect(failed).toMatchObject({ state: "failed", failure: refused });
  expect(failed?.dueAt).toBeGreaterThanOrEqual(before + delays.orphanSweep);
});

test("alone and told to wait after it was sent: it is sent again, as nothing was applied", async () => {
  const account = await kit.account("aitronos");
  kit.sandbox.faults.add({ method: "POST", path: "/share", do: { status: 429 } });
  await runAttempt(kit.db, account, await queued("aitronos"), { unattended: true });
  const [again] = await kit.attempts();
  expect(again).toMatchObject({ state: "queued", looks: 1 });
  if (!again) throw new Error("it is gone");
  expect(await runAttempt(kit.db, account, again, { unattended: true })).toMatchObject({
    ok: true,
  });
  expect([kit.posts(), kit.shares().length]).toEqual([2, 1]);
});

test("what the service says of the track is kept; a title of ours where it has none", async () => {
  const account = await kit.account("aitronos");
  const wish = kit.shareIntent("aitronos");
  const old = { ...wish, track: { ...wish.track, title: "Old", artist: "Ada" } };
  const made = await shareTrack(kit.db, account, old);
  expect(made).toMatchObject({ value: { track: { title: stemTrack.title, artist: "Ada" } } });
  const other = await kit.account("craftkit");
  const paper = kit.shareIntent("craftkit");
  const titled = { ...paper, track: { ...paper.track, title: "Lead sheet" } };
  expect(await shareTrack(kit.db, other, titled)).toMatchObject({
    value: { track: { title: "Lead sheet" } },
  });
});

test.each(["aitronos", "mixthat", "craftkit"] as const)(
  "%s: what nobody can read before it was sent is told, and nothing is left of it",
  async (provider) => {
    const account = await kit.account(provider);
    kit.sandbox.faults.add({ method: "GET", path: ".", do: { replace: "<html>" } });
    const made = await shareTrack(kit.db, account, kit.shareIntent(provider));
    expect(made).toMatchObject({ failure: { kind: "malformed" } });
    expect([kit.posts(), await kit.attempts()]).toEqual([0, []]);
  },
);

test("alone and without permission: it is kept to be told", async () => {
  const account = await kit.account("aitronos");
  fakeBrowser.permissions.contains = async () => false;
  await runAttempt(kit.db, account, await queued("aitronos"), { unattended: true });
  expect(await kit.attempts()).toMatchObject([
    { state: "failed", failure: { kind: "no-permission" } },
  ]);
});

test("half an answer that has the whole address is a link at once", async () => {
  const account = await kit.account("craftkit");
  const places: string[] = [];
  onFailpoint(async (at) => void places.push(at));
  kit.sandbox.faults.add({ method: "POST", path: "/shares", do: { truncate: 220 } });
  const made = await shareTrack(kit.db, account, kit.shareIntent("craftkit"));
  onFailpoint(null);
  expect(places).toContain("share:answer-kept");
  expect([made.ok, kit.liveShares().length, kit.posts()]).toEqual([true, 1, 1]);
});

test("a service that makes no links: said so, nothing is sent, and nothing is left of it", async () => {
  const account = await kit.account("aitronos");
  vi.spyOn(providers, "aitronos", "get").mockReturnValue({ id: "aitronos" });
  expect(await shareTrack(kit.db, account, kit.shareIntent("aitronos"))).toEqual({
    ok: false,
    failure: { kind: "not-allowed", code: null },
  });
  expect([kit.sent, await kit.attempts()]).toEqual([[], []]);
  // By itself: nobody is there to be told at once.
  await runAttempt(kit.db, account, await queued("aitronos"), { unattended: true });
  expect(await kit.attempts()).toMatchObject([
    { state: "failed", failure: { kind: "not-allowed" } },
  ]);
});

test.each(["/renders/[^/]+$", "/shares$"])(
  "CraftKit cannot answer %s: told before anything was sent",
  async (path) => {
    const account = await kit.account("craftkit");
    kit.sandbox.faults.add({ method: "GET", path, times: 9, do: { status: 500 } });
    const made = await shareTrack(kit.db, account, kit.shareIntent("craftkit"));
    expect(made).toMatchObject({ failure: { kind: "refused", status: 500 } });
    expect([kit.posts(), await kit.attempts()]).toEqual([0, []]);
  },
);

test("what CraftKit had listed before is written down before anything is sent", async () => {
  const account = await kit.account("craftkit");
  await shareTrack(kit.db, account, kit.shareIntent("craftkit"));
  const before = kit.shares().map(({ id }) => id);
  const seen: unknown[] = [];
  onFailpoint(async (at) => {
    if (at === "share:sending") seen.push((await getAttemptsInState(kit.db, "sending"))[0]?.before);
  });
  await shareTrack(kit.db, account, kit.shareIntent("craftkit", { expiresInDays: 7 }));
  onFailpoint(null);
  expect([before.length, seen]).toEqual([1, [before]]);
});
