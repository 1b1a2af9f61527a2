import { t } from "../../i18n/translate.ts";
import type { Undoable } from "../../messages/protocol.ts";
import type { Job } from "../../model/outbox-job.ts";
import { getEntry } from "../../store/entries.ts";
import { getLink } from "../../store/links.ts";
import type { ToastContent } from "../components/toast-content.ts";
import { formatJobStart, formatJobDone, formatWaitingJob } from "../text/job-text.ts";
import type { ModelDependencies } from "./dependencies.ts";
import { createInFlight } from "./in-flight.ts";
import type { OutboxModel } from "./outbox.ts";

export type PendingActionsModel = ReturnType<typeof createPendingActionsModel>;

/** The part of a job that is needed to find out how it ended. `wish` is the revision of the job: it changes when the job is replaced. */
export type PendingAction = Pick<Job, "key" | "wish" | "account" | "track" | "task">;

/** What else to do when an action is done or undone. */
export interface ActionCallbacks {
  onDone?: () => unknown;
  onUndone?: () => unknown;
}

interface FollowedAction extends ActionCallbacks {
  action: PendingAction;
  /** The toast that was last shown for this action. */
  shown: ToastContent | null;
  /** The kind of the failure that was last shown. */
  shownFailure: string | null;
}

/** Undoes, retries and cancels jobs of the outbox, and shows in the toast how they ended. */
export function createPendingActionsModel(
  { db, send, toast }: ModelDependencies,
  outbox: OutboxModel,
) {
  /** By the revision of the job (`wish`). */
  const followed = new Map<string, FollowedAction>();
  const { inFlight, runOnce } = createInFlight();

  /** Shows that the action is about to be done, with an Undo button until `until` (ms since 1970). */
  async function offerUndo(
    action: PendingAction & { task: { kind: "unsave" | "revoke" } },
    until: Undoable["until"],
    callbacks: ActionCallbacks = {},
  ): Promise<void> {
    const run = (): Promise<void> => undo(action);
    const text = formatJobStart(action.task.kind, action.track.provider);
    const shown = toast.show(text, "calm", { label: t("undo"), until, run });
    followed.set(action.wish, { action, shown, shownFailure: null, ...callbacks });
    await outbox.load();
  }

  /** Follows an action that waits, as the toast `shown` says, and later replaces that toast with the outcome. */
  function follow(action: PendingAction, shown: ToastContent, shownFailure: string): void {
    followed.set(action.wish, { action, shown, shownFailure });
  }

  async function undo({ key, wish: revision, track, task }: PendingAction): Promise<void> {
    const reply = await runOnce(revision, () => send("undo", { job: key, revision }));
    if (reply === null) return;
    if (!reply.ok) return toast.showFailure(reply.failure, task.kind, track);
    const known = followed.get(revision);
    if (reply.value) {
      known?.onUndone?.();
      followed.delete(revision);
      toast.show(t(`given_up_${task.kind}`));
    } else {
      const shown = toast.show(t("undo_too_late"), "calm");
      if (known) known.shown = shown;
    }
    await outbox.load();
  }

  /** Tries once more; resolves when the outcome is known. */
  async function retry(action: PendingAction): Promise<void> {
    const reply = await runOnce(action.wish, () => {
      toast.clear();
      return send("retry", { job: action.key });
    });
    if (reply === null) return;
    if (!reply.ok) return toast.showFailure(reply.failure, action.task.kind, action.track);
    followed.set(action.wish, { action, shown: null, shownFailure: null });
    await outbox.load();
    await reportOutcomes();
  }

  async function cancel({ key, wish: revision, task, track }: PendingAction): Promise<void> {
    const reply = await runOnce(revision, () => send("cancel-job", { job: key }));
    if (reply === null) return;
    if (!reply.ok) return toast.showFailure(reply.failure, task.kind, track);
    followed.delete(revision);
    await outbox.load();
    toast.show(t(`given_up_${task.kind}`));
  }

  /** Shows what has become of the followed actions, unless the toast shows something newer. */
  async function reportOutcomes(): Promise<void> {
    for (const each of followed.values()) {
      const { wish: revision, task, track, key } = each.action;
      const job = outbox.getJob(key);
      if (job?.wish === revision) {
        const blocked = outbox.getBlockedJob(key);
        if (blocked && each.shownFailure !== blocked.failure.kind) {
          each.shownFailure = blocked.failure.kind;
          const text = formatWaitingJob(blocked.failure, task.kind, track, blocked.reason);
          replaceToast(each, text, blocked.reason === "stuck" ? "bad" : "calm");
        }
        continue;
      }
      followed.delete(revision);
      if (job || !(await isDone(each.action))) continue;
      replaceToast(each, formatJobDone(task.kind, track.provider), "good");
      each.onDone?.();
    }
  }

  /** Does not replace a toast about a later action of the person, nor its Undo button. */
  function replaceToast(each: FollowedAction, text: string, tone: ToastContent["tone"]): void {
    const current = toast.content.peek();
    if (current === null || current === each.shown) each.shown = toast.show(text, tone);
  }

  /** A job that is gone was either done, or cancelled in another window: the database tells which. */
  async function isDone({ account, track, task }: PendingAction): Promise<boolean> {
    const database = await db;
    if (task.kind === "revoke") {
      const link = await getLink(database, task.link);
      return link !== undefined && link.revokedAt !== null;
    }
    // The service gives a track from a share link another id, so it cannot be looked up.
    if (task.kind === "save" && task.link) return true;
    const entry = await getEntry(database, account, track.id);
    return (entry !== undefined) === (task.kind === "save");
  }

  return { inFlight, offerUndo, follow, undo, retry, cancel, reportOutcomes };
}
