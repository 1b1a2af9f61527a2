import { broadcast } from "../../messages/broadcast.ts";
import type { Undoable } from "../../messages/protocol.ts";
import type { Handlers } from "../../messages/receive.ts";
import type { Account } from "../../model/account.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { Job } from "../../model/outbox-job.ts";
import { removeAccount } from "../../store/accounts.ts";
import { cancelJob } from "../../store/jobs.ts";
import {
  getAccount,
  addAccount,
  renameAccount,
  replaceKey,
  testAccount,
} from "../accounts/accounts.ts";
import { importFile } from "../actions/import-file.ts";
import { refreshLibrary, saveTrack, unsaveTrack } from "../actions/library.ts";
import { listRemoteLinks, revokeLink, revokeRemoteLink } from "../actions/links.ts";
import { resolvePage } from "../actions/resolve-page.ts";
import { withdrawAttempt } from "../actions/withdraw-attempt.ts";
import { copyText } from "../browser/clipboard.ts";
import { updateContentScripts } from "../browser/register-content-scripts.ts";
import { retryOfflineJobs, resumePausedJobs, retryJob, undoJob } from "../outbox/outbox.ts";
import type { Scheduler } from "../scheduler/scheduler.ts";
import { shareTrack } from "../sharing/share-track.ts";
import { dismissLoss } from "../storage/open-storage.ts";
import type { Storage } from "../storage/open-storage.ts";
import { createMixHandlers } from "./mixes.ts";
import { createPageHandlers } from "./page.ts";

/** One handler for each message of the protocol. The compiler reports a missing one. */
export function createHandlers(storage: Promise<Storage>, scheduler: Scheduler): Handlers {
  const opened = storage.then(({ db }) => db);
  const findAccount = async (id: string): Promise<Account | undefined> =>
    getAccount(await opened, id);

  /** Announces what an enqueued job has changed already, and runs the scheduler to send what is due. */
  async function announceJob<T>(result: Promise<Result<T>>, list: "entries" | "links") {
    void scheduler.armWatchdog();
    const value = await result;
    broadcast(list, "outbox");
    void scheduler.run();
    return value;
  }

  return {
    ...createPageHandlers(opened, scheduler),
    ...createMixHandlers(opened),

    "test-account": (account) => testAccount(account),
    async "add-account"(account) {
      const added = await addAccount(await opened, account);
      if (added.ok) {
        await updateContentScripts(await opened);
        await resumePausedJobs(await opened, added.value.id);
        void scheduler.run();
      }
      broadcast("accounts");
      return added;
    },
    async "remove-account"({ account: id }) {
      await removeAccount(await opened, id);
      await updateContentScripts(await opened);
      broadcast("accounts", "links", "entries", "outbox");
      return ok(undefined);
    },
    async "rename-account"({ account: id, label }) {
      const renamed = await renameAccount(await opened, await findAccount(id), label);
      broadcast("accounts");
      return renamed;
    },
    async "replace-key"({ account: id, key }) {
      const replaced = await replaceKey(await opened, await findAccount(id), key.trim());
      if (replaced.ok) await resumePausedJobs(await opened, id);
      void scheduler.run();
      return replaced;
    },
    async "resolve-page"(location) {
      // The app was opened, so the person is here: retry the jobs that failed for want of a network.
      void opened.then(retryOfflineJobs).then(scheduler.run);
      return resolvePage(await opened, location);
    },

    async "share-track"({ account: id, ...intent }) {
      const account = await findAccount(id);
      if (!account) return fail({ kind: "no-account" });
      void scheduler.armWatchdog();
      const shared = await shareTrack(await opened, account, intent);
      broadcast("links");
      void scheduler.run();
      if (!shared.ok) return shared;
      return ok({ link: shared.value, copied: await copyText(shared.value.url) });
    },
    "revoke-link": async ({ link }) =>
      toUndoable(await announceJob(revokeLink(await opened, link), "links")),
    async "list-remote-links"({ account: id, track }) {
      const listed = await listRemoteLinks(await opened, await findAccount(id), track);
      broadcast("links");
      return listed;
    },
    "revoke-remote-link": async ({ account: id, track, share }) =>
      revokeRemoteLink(await opened, await findAccount(id), { id: share, track }),
    async "withdraw-attempt"({ attempt }) {
      await withdrawAttempt(await opened, attempt);
      broadcast("links");
      void scheduler.run();
      return ok(undefined);
    },
    "save-track": async ({ account: id, track }) =>
      announceJob(saveTrack(await opened, await findAccount(id), track), "entries"),
    "save-link": async ({ account: id, link, track }) =>
      announceJob(saveTrack(await opened, await findAccount(id), track, link), "entries"),
    "unsave-track": async ({ account: id, track }) =>
      toUndoable(
        await announceJob(unsaveTrack(await opened, await findAccount(id), track), "entries"),
      ),
    async "refresh-library"({ account: id }) {
      const refreshed = await refreshLibrary(await opened, await findAccount(id));
      broadcast("entries");
      return refreshed;
    },
    "import-file": async (rows) => importFile(await opened, rows),

    async undo({ job, revision }) {
      const undone = await undoJob(await opened, job, revision);
      broadcast("links", "entries", "outbox");
      void scheduler.run(); // the job that this one had replaced may be back, and due
      return ok(undone);
    },
    async retry({ job }) {
      await retryJob(await opened, job);
      await scheduler.run();
      return ok(undefined);
    },
    async "cancel-job"({ job }) {
      await cancelJob(await opened, job);
      broadcast("links", "entries", "outbox");
      void scheduler.run(); // it may have blocked the other jobs of its account
      return ok(undefined);
    },
    async ready() {
      const { lost, repaired } = await storage;
      return ok({ lost, repaired });
    },
    async "dismiss-loss"() {
      await dismissLoss(await storage);
      return ok(undefined);
    },
  };
}

const toUndoable = (enqueued: Result<Job>): Result<Undoable> => {
  if (!enqueued.ok) return enqueued;
  const { key, wish, dueAt } = enqueued.value;
  return ok({ job: key, revision: wish, until: dueAt });
};
