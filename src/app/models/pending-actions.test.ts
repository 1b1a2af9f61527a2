import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { entry, job, createFakeSend, link, trackAt } from "../../../test/kits/app.ts";
import type { Job } from "../../model/outbox-job.ts";
import type { Failure } from "../../model/failure.ts";
import { openDatabase } from "../../store/database/open-database.ts";
import type { Database } from "../../store/database/schema.ts";
import { putLink } from "../../store/links.ts";
import { cancelJob, finishJob, addJob, updateJob } from "../../store/jobs.ts";
import { createToastModel } from "./toast.ts";
import { createOutboxModel } from "./outbox.ts";
import { createPendingActionsModel } from "./pending-actions.ts";

const toast = createToastModel();
const said = (): string => toast.content.value?.text ?? "";
const done = { ok: true, value: undefined } as const;
const offline: Failure = { kind: "offline" };
let db: Database;
let count = 0;
beforeEach(async () => {
  toast.clear();
  db = await openDatabase(`pendingActions-${count++}`);
});

const revoke = job({ task: { kind: "revoke", link: "k1" }, dueAt: Date.now() + 60_000 });
const revokeAction = { ...revoke, task: { kind: "revoke", link: "k1" } } as const;
const unsaveAction = {
  ...job({ task: { kind: "unsave", entry: null }, dueAt: Date.now() + 60_000 }),
  task: { kind: "unsave", entry: null },
} as const;

function pendingActions(answers: Parameters<typeof createFakeSend>[0] = {}) {
  const { send, sent } = createFakeSend(answers);
  const deps = { db: Promise.resolve(db), send, toast };
  const outbox = createOutboxModel(deps);
  const model = createPendingActionsModel(deps, outbox);
  /** What the page does when it is told of changes. */
  const changed = async (): Promise<void> => {
    await outbox.load();
    await model.reportOutcomes();
  };
  return { ...model, outbox, sent, changed };
}

describe("a queued revocation", () => {
  beforeEach(async () => {
    await putLink(db, link());
    await addJob(db, revoke, null);
  });

  test("is reported as done only when the service has confirmed it", async () => {
    const onDone = vi.fn();
    const model = pendingActions();
    await model.offerUndo(revokeAction, revoke.dueAt, { onDone });
    await model.changed();
    expect(said()).toBe("The link is being revoked.");
    await finishJob(db, revoke, { link: link({ revokedAt: 5 }) });
    await model.changed();
    expect(said()).toBe("Link revoked. Nobody can open it any more.");
    expect(onDone).toHaveBeenCalledOnce();
  });

  test("says at Mix That that it can take a few minutes", async () => {
    const track = trackAt("mixthat");
    const model = pendingActions();
    await model.offerUndo({ ...revokeAction, track }, revoke.dueAt);
    await finishJob(db, revoke, { link: link({ revokedAt: 5 }) });
    await model.changed();
    expect(said()).toContain("can take a few minutes");
  });

  test("keeps the link when the revocation is undone", async () => {
    const onUndone = vi.fn();
    const model = pendingActions({
      undo: async () => ({ ok: true, value: await cancelJob(db, revoke.key) }),
    });
    await model.offerUndo(revokeAction, revoke.dueAt, { onUndone });
    await toast.content.value?.action?.run();
    expect(model.sent).toEqual([{ name: "undo", payload: { job: revoke.key, revision: "w1" } }]);
    expect(said()).toBe("The link is kept. It still works.");
    expect(onUndone).toHaveBeenCalledOnce();
    await model.changed();
    expect(said()).toBe("The link is kept. It still works.");
    expect(model.outbox.jobs.value).toEqual([]);
  });

  test("revokes the link when Undo comes too late", async () => {
    const model = pendingActions({ undo: { ok: true, value: false } });
    await model.offerUndo(revokeAction, revoke.dueAt);
    await toast.content.value?.action?.run();
    expect(said()).toContain("could not be taken back");
    await finishJob(db, revoke, { link: link({ revokedAt: 5 }) });
    await model.changed();
    expect(said()).toContain("Link revoked.");
  });

  test("says once why it waits, and later that it is done", async () => {
    const model = pendingActions();
    await model.offerUndo(revokeAction, revoke.dueAt);
    await updateJob(db, revoke, { failure: offline, tries: 1 });
    await model.changed();
    expect(said()).toBe("The link still works. It is revoked as soon as there is a connection.");
    const told = toast.content.value;
    await model.changed();
    expect(toast.content.value).toBe(told);
    await finishJob(db, revoke, { link: link({ revokedAt: 5 }) });
    await model.changed();
    expect(said()).toContain("Link revoked.");
  });

  test("does not replace the toast of a newer action, nor its Undo", async () => {
    const model = pendingActions();
    await model.offerUndo(revokeAction, revoke.dueAt);
    const other = toast.show("It is being removed", "calm", {
      label: "Undo",
      until: revoke.dueAt,
      run: () => {},
    });
    await finishJob(db, revoke, { link: link({ revokedAt: 5 }) });
    await model.changed();
    expect(toast.content.value).toBe(other);
  });

  test("does not report a job that was cancelled elsewhere as done", async () => {
    const model = pendingActions();
    await model.offerUndo(revokeAction, revoke.dueAt);
    await cancelJob(db, revoke.key);
    await model.changed();
    expect(said()).toBe("The link is being revoked.");
  });
});

describe("a queued removal", () => {
  test("is reported when it is done, but not when the track was saved again", async () => {
    await addJob(db, unsaveAction, null);
    const model = pendingActions();
    await model.offerUndo(unsaveAction, unsaveAction.dueAt);
    await finishJob(db, unsaveAction, {});
    await model.changed();
    expect(said()).toBe("Removed from your library at Aitronos Music.");

    await addJob(db, unsaveAction, null);
    await model.offerUndo(unsaveAction, unsaveAction.dueAt);
    await addJob(db, job({ wish: "w2" }), entry());
    await model.changed();
    expect(said()).toBe("It is being removed from your library at Aitronos Music.");
  });
});

describe("a blocked job", () => {
  const stuck: Job = job({ state: "stuck", failure: { kind: "not-yours" } });

  test("is retried, and its outcome is reported", async () => {
    await addJob(db, stuck, entry());
    const model = pendingActions({
      retry: async () => {
        await finishJob(db, stuck, {});
        return done;
      },
    });
    await model.retry(stuck);
    expect(said()).toBe("Saved to your library at Aitronos Music.");
  });

  test("says why it failed again", async () => {
    await addJob(db, stuck, entry());
    const model = pendingActions({ retry: done });
    await model.retry(stuck);
    expect(toast.content.value?.tone).toBe("bad");
    expect(said()).toBe(
      "This account may not save this track. Ask the person who made it for a share link.",
    );
  });

  test("is removed when it is cancelled", async () => {
    await addJob(db, stuck, entry());
    const model = pendingActions({
      "cancel-job": async () => {
        await cancelJob(db, stuck.key);
        return done;
      },
    });
    await model.outbox.load();
    expect(model.outbox.blockedJobs.value).toHaveLength(1);
    await model.cancel(stuck);
    expect(model.outbox.blockedJobs.value).toEqual([]);
    expect(said()).toBe("Discarded.");
  });
});
