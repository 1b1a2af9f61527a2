import { expect, test, vi } from "vitest";
import { adaTracks } from "../../../sandbox/accounts.ts";
import { useBackground } from "../../../test/kits/background.ts";
import { passUndoWindow, readEntries, readRemoteLibrary } from "../../../test/kits/outbox.ts";
import { onFailpoint } from "../../model/failpoint.ts";
import { saveTrack, unsaveTrack } from "../actions/library.ts";
import { drain, undoJob } from "./outbox.ts";

const kit = useBackground();

test("undo before it is sent: the library is as it was, and nothing is sent", async () => {
  const account = await kit.account("aitronos");
  await saveTrack(kit.db, account, kit.track("aitronos"));
  const was = await readEntries(kit);
  const sent = kit.sent.length;
  const kept = await unsaveTrack(kit.db, account, kit.track("aitronos"));
  if (!kept.ok) throw new Error("not kept");
  expect(await undoJob(kit.db, kept.value.key, "another wish")).toBe(false);
  expect(await undoJob(kit.db, kept.value.key, kept.value.wish)).toBe(true);
  expect(await undoJob(kit.db, kept.value.key, kept.value.wish)).toBe(false);
  passUndoWindow();
  await drain(kit.db);
  expect([await readEntries(kit), readRemoteLibrary(kit).length]).toEqual([was, 1]);
  expect(kit.sent).toHaveLength(sent);
});

test.each(["job:sending", "job:answered", "job:done"] as const)(
  "undo at %s: too late, and said so",
  async (place) => {
    const account = await kit.account("aitronos");
    await saveTrack(kit.db, account, kit.track("aitronos"));
    const kept = await unsaveTrack(kit.db, account, kit.track("aitronos"));
    if (!kept.ok) throw new Error("not kept");
    passUndoWindow();
    let undone: boolean | null = null;
    onFailpoint(async (at) => {
      if (at === place) undone = await undoJob(kit.db, kept.value.key, kept.value.wish);
    });
    await drain(kit.db);
    onFailpoint(null);
    expect(undone).toBe(false);
    expect([await readEntries(kit), readRemoteLibrary(kit), await kit.jobs()]).toEqual([
      [],
      [],
      [],
    ]);
  },
);

test("undo in the same moment as the sending: either it is sent or it is undone", async () => {
  const account = await kit.account("aitronos");
  const outcomes = new Set<boolean>();
  for (let turn = 0; turn < 16; turn += 1) {
    await saveTrack(kit.db, account, kit.track("aitronos"));
    const kept = await unsaveTrack(kit.db, account, kit.track("aitronos"));
    if (!kept.ok) throw new Error("not kept");
    const { key, wish, dueAt } = kept.value;
    const now = vi.spyOn(Date, "now").mockReturnValue(dueAt);
    const drained = drain(kit.db);
    for (let n = 0; n < turn; n += 1) await (turn % 2 ? new Promise(setImmediate) : null);
    const undone = await undoJob(kit.db, key, wish);
    await drained;
    now.mockRestore();
    outcomes.add(undone);
    expect([turn, readRemoteLibrary(kit).length]).toEqual([turn, undone ? 1 : 0]);
    expect(await readEntries(kit)).toHaveLength(undone ? 1 : 0);
    await drain(kit.db);
  }
  expect(outcomes.size).toBe(2); // or it was never the same moment
});

test("undo just when the outbox reads the job: it is not sent, the next one is", async () => {
  const account = await kit.account("aitronos");
  const [first, second] = adaTracks.map(({ id }) => kit.track("aitronos", id));
  if (!first || !second) throw new Error("too few tracks");
  await saveTrack(kit.db, account, first);
  await saveTrack(kit.db, account, second);
  const kept = await unsaveTrack(kit.db, account, first);
  if (!kept.ok) throw new Error("not kept");
  await new Promise((later) => setTimeout(later, 3)); // order is that of the milliseconds
  await unsaveTrack(kit.db, account, second);
  passUndoWindow();
  const { get } = IDBObjectStore.prototype;
  let undone: Promise<boolean> | null = null;
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function looks(
    this: IDBObjectStore,
    ...asked
  ) {
    const request = get.apply(this, asked);
    const looked = this.name === "outbox" && this.transaction.mode === "readonly";
    if (looked) undone ??= undoJob(kit.db, kept.value.key, kept.value.wish);
    return request;
  });
  await drain(kit.db);
  expect(await undone).toBe(true);
  expect(readRemoteLibrary(kit).map(({ track_id }) => track_id)).toEqual([first.id]);
  expect((await readEntries(kit)).map(({ id }) => id)).toEqual([first.id]);
  expect(await kit.jobs()).toEqual([]);
});

test("undo after a failed try works, as the job was not done", async () => {
  const account = await kit.account("aitronos");
  await saveTrack(kit.db, account, kit.track("aitronos"));
  const kept = await unsaveTrack(kit.db, account, kit.track("aitronos"));
  if (!kept.ok) throw new Error("not kept");
  passUndoWindow();
  kit.sandbox.faults.add({ method: "DELETE", path: "/save", do: { status: 503 } });
  await drain(kit.db);
  expect(await undoJob(kit.db, kept.value.key, kept.value.wish)).toBe(true);
  expect([
    (await readEntries(kit)).length,
    readRemoteLibrary(kit).length,
    await kit.jobs(),
  ]).toEqual([1, 1, []]);
});
