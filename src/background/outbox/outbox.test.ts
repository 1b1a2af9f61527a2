import { expect, test } from "vitest";
import { adaTracks, stemTrack } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { passUndoWindow, readEntries, readRemoteLibrary } from "../../../test/kits/outbox.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import { createDeviceAccount } from "../accounts/accounts.ts";
import { saveTrack, unsaveTrack } from "../actions/library.ts";
import { delays } from "../timing/delays.ts";
import { drain, drainAccount } from "./outbox.ts";

const kit = useBackground();
const done = { ok: true, value: { waiting: null } };

test("a save is in both libraries, with what only the service knows", async () => {
  const account = await kit.account("aitronos");
  expect(await saveTrack(kit.db, account, kit.track("aitronos"))).toEqual(done);
  expect(await readEntries(kit)).toMatchObject([
    { id: stemTrack.id, title: stemTrack.title, source: "own", duration: expect.any(Number) },
  ]);
  expect(readRemoteLibrary(kit)).toMatchObject([{ track_id: stemTrack.id }]);
  expect(await kit.jobs()).toEqual([]);
});

test("the job is on disk and its entry shown before anything is sent", async () => {
  const account = await kit.account("aitronos");
  const seen: unknown[] = [];
  onFailpoint(async (at) => {
    if (!at.startsWith("job")) return;
    seen.push([
      at,
      (await kit.jobs()).length,
      (await readEntries(kit)).length,
      readRemoteLibrary(kit).length,
    ]);
  });
  await saveTrack(kit.db, account, kit.track("aitronos"));
  onFailpoint(null);
  expect(seen).toEqual([
    ["job:kept", 1, 1, 0],
    ["job:sending", 1, 1, 0],
    ["job:answered", 1, 1, 1],
    ["job:done", 0, 1, 1],
  ]);
});

test("an unsave removes from our library at once, and from the service's when it cannot be undone", async () => {
  const account = await kit.account("aitronos");
  await saveTrack(kit.db, account, kit.track("aitronos"));
  const before = Date.now();
  const kept = await unsaveTrack(kit.db, account, kit.track("aitronos"));
  if (!kept.ok) throw new Error("not kept");
  expect(kept.value.dueAt).toBeGreaterThanOrEqual(before + delays.undoWindow);
  expect(await readEntries(kit)).toEqual([]);
  await drain(kit.db);
  expect(readRemoteLibrary(kit)).toHaveLength(1); // not yet
  passUndoWindow();
  await drain(kit.db);
  expect([readRemoteLibrary(kit), await kit.jobs()]).toEqual([[], []]);
});

test("an unsave of a track that the service does not have succeeds", async () => {
  const account = await kit.account("aitronos");
  await unsaveTrack(kit.db, account, kit.track("aitronos", "mtrack_000000000000"));
  passUndoWindow();
  await drain(kit.db);
  expect(await kit.jobs()).toEqual([]);
});

test("the newest job wins, also over one whose request is under way", async () => {
  const account = await kit.account("aitronos");
  const track = kit.track("aitronos");
  let second: Promise<unknown> | null = null;
  onFailpoint(async (at) => {
    if (at === "job:answered" && !second) {
      second = unsaveTrack(kit.db, account, track);
      await second;
    }
  });
  await saveTrack(kit.db, account, track);
  onFailpoint(null);
  expect(await readEntries(kit)).toEqual([]);
  expect(readRemoteLibrary(kit)).toHaveLength(1);
  passUndoWindow();
  await drain(kit.db);
  expect([await readEntries(kit), readRemoteLibrary(kit), await kit.jobs()]).toEqual([[], [], []]);
});

test("save, unsave, save: both libraries have the track", async () => {
  const account = await kit.account("aitronos");
  const track = kit.track("aitronos");
  await saveTrack(kit.db, account, track);
  await unsaveTrack(kit.db, account, track);
  await saveTrack(kit.db, account, track);
  passUndoWindow();
  await drain(kit.db);
  expect([
    (await readEntries(kit)).length,
    readRemoteLibrary(kit).length,
    await kit.jobs(),
  ]).toEqual([1, 1, []]);
});

test("jobs of one account are sent one at a time, in order", async () => {
  const account = await kit.account("aitronos");
  let under = 0;
  let most = 0;
  onFailpoint(async (at) => {
    if (at === "job:sending") most = Math.max(most, ++under);
    if (at === "job:answered") under -= 1;
  });
  const ids = adaTracks.slice(0, 5).map(({ id }) => id);
  const saves: unknown[] = [];
  for (const id of ids) {
    saves.push(saveTrack(kit.db, account, kit.track("aitronos", id)));
    await new Promise((later) => setTimeout(later, 3)); // order is that of the milliseconds
  }
  await Promise.all(saves);
  onFailpoint(null);
  expect(most).toBe(1);
  expect(readRemoteLibrary(kit).map(({ track_id }) => track_id)).toEqual(ids);
});

test("a slow account does not delay the jobs of others", async () => {
  const [one, other] = [
    await kit.account("aitronos"),
    await kit.account("aitronos", undefined, "b"),
  ];
  const held = Promise.withResolvers<void>();
  const sending = Promise.withResolvers<void>();
  onFailpoint(async (at) => {
    if (at !== "job:sending") return;
    onFailpoint(null);
    sending.resolve();
    await held.promise;
  });
  const slow = saveTrack(kit.db, one, kit.track("aitronos"));
  await sending.promise;
  const late = new Promise((resolve) => setTimeout(resolve, 5000, "it waited"));
  expect(await Promise.race([saveTrack(kit.db, other, kit.track("aitronos")), late])).toEqual(done);
  held.resolve();
  expect(await slow).toEqual(done);
});

test.each(["mixthat", "craftkit", "web"] as const)(
  "%s keeps no library: ours is the only one, and nothing is sent",
  async (provider) => {
    const account = provider === "web" ? createDeviceAccount("web") : await kit.account(provider);
    expect(await saveTrack(kit.db, account, kit.track(provider, "x"))).toEqual(done);
    expect(await readEntries(kit)).toMatchObject([{ account: provider, id: "x", source: "own" }]);
    await unsaveTrack(kit.db, account, kit.track(provider, "x"));
    passUndoWindow();
    await drainAccount(kit.db, provider);
    expect([await readEntries(kit), await kit.jobs(), kit.sent]).toEqual([[], [], []]);
  },
);

test("without an account there is nothing to save in", async () => {
  const none = { ok: false, failure: { kind: "no-account" } };
  expect(await saveTrack(kit.db, undefined, kit.track("aitronos"))).toEqual(none);
  expect(await unsaveTrack(kit.db, undefined, kit.track("aitronos"))).toEqual(none);
});
