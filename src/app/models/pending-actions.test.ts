import { beforeEach, describe, expect, test, vi } from "vitest";
import { entry, job, link, trackAt } from "../../../test/kits/app.ts";
import type { PreparedReplies } from "../../../test/kits/app.ts";
import { useModelDependencies } from "../../../test/kits/model-dependencies.ts";
import type { Failure } from "../../model/failure.ts";
import type { Job } from "../../model/outbox-job.ts";
import { cancelJob, finishJob, addJob, updateJob } from "../../store/jobs.ts";
import { putLink } from "../../store/links.ts";
import { createOutboxModel } from "./outbox.ts";
import { createPendingActionsModel } from "./pending-actions.ts";

const kit = useModelDependencies();
const { toast, toastText } = kit;
const done = { ok: true, value: undefined } as const;
const offline: Failure = { kind: "offline" };

const revoke = job({ task: { kind: "revoke", link: "k1" }, dueAt: Date.now() + 60_000 });
const revokeAction = { ...revoke, task: { kind: "revoke", link: "k1" } } as const;
const unsaveAction = {
  ...job({ task: { kind: "unsave", entry: null }, dueAt: Date.now() + 60_000 }),
  task: { kind: "unsave", entry: null },
} as const;

function pendingActions(replies: PreparedReplies = {}) {
  const { deps, sent } = kit.createDependencies(replies);
  const outbox = createOutboxModel(deps);
  const model = createPendingActionsModel(deps, outbox);
  /** What the page does when the background reports a change. */
  const changed = async (): Promise<void> => {
    await outbox.load();
    await model.reportOutcomes();
  };
  return { ...model, outbox, sent, changed };
}

describe("a queued revocation", () => {
  beforeEach(async () => {
    await putLink(kit.db, link());
    await addJob(kit.db, revoke, null);
  });

  test("is reported as done only when the service has confirmed it", async () => {
    const onDone = vi.fn();
    const model = pendingActions();
    await model.offerUndo(revokeAction, revoke.dueAt, { onDone });
    await model.changed();
    expect(toastText()).toBe("The link is being revoked.");
    await finishJob(kit.db, revoke, { link: link({ revokedAt: 5 }) });
    await model.changed();
    expect(toastText()).toBe("Link revoked. Nobody can open it any more.");
    expect(onDone).toHaveBeenCalledOnce();
  });

  test("says at Mix That that it can take a few minutes", async () => {
    const track = trackAt("mixthat");
    const model = pendingActions();
    await model.offerUndo({ ...revokeAction, track }, revoke.dueAt);
    await finishJob(kit.db, revoke, { link: link({ revokedAt: 5 }) });
    await model.changed();
    expect(toastText()).toContain("can take a few minutes");
  });

  test("keeps the link when the revocation is undone", async () => {
    const onUndone = vi.fn();
    const model = pendingActions({
      undo: async () => ({ ok: true, value: await cancelJob(kit.db, revoke.key) }),
    });
    await model.offerUndo(revokeAction, revoke.dueAt, { onUndone });
    await toast.content.value?.action?.run();
    expect(model.sent).toEqual([{ name: "undo", payload: { job: revoke.key, revision: "w1" } }]);
    expect(toastText()).toBe("The link is kept. It still works.");
    expect(onUndone).toHaveBeenCalledOnce();
    await model.changed();
    expect(toastText()).toBe("The link is kept. It still works.");
    expect(model.outbox.jobs.value).toEqual([]);
  });

  test("revokes the link when Undo comes too late", async () => {
    const model = pendingActions({ undo: { ok: true, value: false } });
    await model.offerUndo(revokeAction, revoke.dueAt);
    await toast.content.value?.action?.run();
    expect(toastText()).toContain("could not be taken back");
    await finishJob(kit.db, revoke, { link: link({ revokedAt: 5 }) });
    await model.changed();
    expect(toastText()).toContain("Link revoked.");
  });

  test("says once why it waits, and later that it is done", async () => {
    const model = pendingActions();
    await model.offerUndo(revokeAction, revoke.dueAt);
    await updateJob(kit.db, revoke, { failure: offline, tries: 1 });
    await model.changed();
    expect(toastText()).toBe(
      "The link still works. It is revoked as soon as there is a connection.",
    );
    const told = toast.content.value;
    await model.changed();
    expect(toast.content.value).toBe(told);
    await finishJob(kit.db, revoke, { link: link({ revokedAt: 5 }) });
    await model.changed();
    expect(toastText()).toContain("Link revoked.");
  });

  test("does not replace the toast of a newer action, nor its Undo", async () => {
    const model = pendingActions();
    await model.offerUndo(revokeAction, revoke.dueAt);
    const other = toast.show("It is being removed", "calm", {
      label: "Undo",
      until: revoke.dueAt,
      run: () => {},
    });
    await finishJob(kit.db, revoke, { link: link({ revokedAt: 5 }) });
    await model.changed();
    expect(toast.content.value).toBe(other);
  });

  test("does not report a job that was cancelled elsewhere as done", async () => {
    const model = pendingActions();
    await model.offerUndo(revokeAction, revoke.dueAt);
    await cancelJob(kit.db, revoke.key);
    await model.changed();
    expect(toastText()).toBe("The link is being revoked.");
  });
});

describe("a queued removal", () => {
  test("is reported when it is done, but not when the track was saved again", async () => {
    await addJob(kit.db, unsaveAction, null);
    const model = pendingActions();
    await model.offerUndo(unsaveAction, unsaveAction.dueAt);
    await finishJob(kit.db, unsaveAction, {});
    await model.changed();
    expect(toastText()).toBe("Removed from your library at Aitronos Music.");

    await addJob(kit.db, unsaveAction, null);
    await model.offerUndo(unsaveAction, unsaveAction.dueAt);
    await addJob(kit.db, job({ wish: "w2" }), entry());
    await model.changed();
    expect(toastText()).toBe("It is being removed from your library at Aitronos Music.");
  });
});

describe("a blocked job", () => {
  const stuck: Job = job({ state: "stuck", failure: { kind: "not-yours" } });

  test("is retried, and its outcome is reported", async () => {
    await addJob(kit.db, stuck, entry());
    const model = pendingActions({
      retry: async () => {
        await finishJob(kit.db, stuck, {});
        return done;
      },
    });
    await model.retry(stuck);
    expect(toastText()).toBe("Saved to your library at Aitronos Music.");
  });

  test("says why it failed again", async () => {
    await addJob(kit.db, stuck, entry());
    const model = pendingActions({ retry: done });
    await model.retry(stuck);
    expect(toast.content.value?.tone).toBe("bad");
    expect(toastText()).toBe(
      "This account may not save this track. Ask the person who made it for a share link.",
    );
  });

  test("is removed when it is cancelled", async () => {
    await addJob(kit.db, stuck, entry());
    const model = pendingActions({
      "cancel-job": async () => {
        await cancelJob(kit.db, stuck.key);
        return done;
      },
    });
    await model.outbox.load();
    expect(model.outbox.blockedJobs.value).toHaveLength(1);
    await model.cancel(stuck);
    expect(model.outbox.blockedJobs.value).toEqual([]);
    expect(toastText()).toBe("Discarded.");
  });
});
