import type { Handlers } from "../../messages/receive.ts";
import { broadcast } from "../../messages/broadcast.ts";
import type { Undoable } from "../../messages/protocol.ts";
import type { Account } from "../../model/account.ts";
import type { Job } from "../../model/job.ts";
import { fail, ok, type Result } from "../../model/failure.ts";
import { removeAccount } from "../../store/accounts.ts";
import { cancelJob } from "../../store/jobs.ts";
import {
  getAccount,
  addAccount,
  renameAccount,
  replaceKey,
  testAccount,
} from "../accounts/accounts.ts";
import { updateContentScripts } from "../browser/content-scripts.ts";
import { copyText } from "../browser/clipboard.ts";
import { withdrawAttempt } from "../actions/withdraw-attempt.ts";
import { importFile } from "../actions/import-file.ts";
import { refreshLibrary, saveTrack, unsaveTrack } from "../actions/library.ts";
import { listRemoteLinks, revokeLink, revokeRemoteLink } from "../actions/links.ts";
import { createMixHandlers } from "./mixes.ts";
import { retryOfflineJobs, resumePausedJobs, retryJob, undoJob } from "../outbox/outbox.ts";
import { createPageHandlers } from "./page.ts";
import type { Scheduler } from "../scheduler/scheduler.ts";
import { shareTrack } from "../sharing/share-track.ts";
import { resolvePage } from "../actions/resolve-page.ts";
import { dismissLoss, type Storage } from "../storage/storage.ts";

/** One answer for each question of the protocol; a missing one does not compile. */
export function createHandlers(keeping: Promise<Storage>, rounds: Scheduler): Handlers {
  const opened = keeping.then(({ db }) => db);
  const account = async (id: string): Promise<Account | undefined> => getAccount(await opened, id);

  /** What was wished stands in the outbox, and what is due of it goes on its way. */
  async function wished<T>(result: Promise<Result<T>>, what: "entries" | "links") {
    void rounds.armWatchdog();
    const value = await result;
    broadcast(what, "outbox");
    void rounds.go();
    return value;
  }

  return {
    ...createPageHandlers(opened, rounds),
    ...createMixHandlers(opened),

    "test-account": (asked) => testAccount(asked),
    async "add-account"(asked) {
      const added = await addAccount(await opened, asked);
      if (added.ok) {
        await updateContentScripts(await opened);
        await resumePausedJobs(await opened, added.value.id);
        void rounds.go();
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
      const done = await renameAccount(await opened, await account(id), label);
      broadcast("accounts");
      return done;
    },
    async "replace-key"({ account: id, key }) {
      const replaced = await replaceKey(await opened, await account(id), key.trim());
      if (replaced.ok) await resumePausedJobs(await opened, id);
      void rounds.go();
      return replaced;
    },
    async "look-at"(asked) {
      // The app was opened: a good moment to try again what waits for the network.
      void opened.then(retryOfflineJobs).then(rounds.go);
      return resolvePage(await opened, asked);
    },

    async "share-track"({ account: id, ...wish }) {
      const known = await account(id);
      if (!known) return fail({ kind: "no-account" });
      void rounds.armWatchdog();
      const made = await shareTrack(await opened, known, wish);
      broadcast("links");
      void rounds.go();
      return made.ok ? ok({ link: made.value, copied: await copyText(made.value.url) }) : made;
    },
    "revoke-link": async ({ link }) =>
      undoable(await wished(revokeLink(await opened, link), "links")),
    async "list-links"({ account: id, track }) {
      const listed = await listRemoteLinks(await opened, await account(id), track);
      broadcast("links");
      return listed;
    },
    "revoke-listed": async ({ account: id, track, share }) =>
      revokeRemoteLink(await opened, await account(id), { id: share, track }),
    async "forget-attempt"({ attempt }) {
      await withdrawAttempt(await opened, attempt);
      broadcast("links");
      void rounds.go();
      return ok(undefined);
    },
    "save-track": async ({ account: id, track }) =>
      wished(saveTrack(await opened, await account(id), track), "entries"),
    "save-link": async ({ account: id, link, track }) =>
      wished(saveTrack(await opened, await account(id), track, link), "entries"),
    "unsave-track": async ({ account: id, track }) =>
      undoable(await wished(unsaveTrack(await opened, await account(id), track), "entries")),
    async "refresh-library"({ account: id }) {
      const refreshed = await refreshLibrary(await opened, await account(id));
      broadcast("entries");
      return refreshed;
    },
    "import-file": async (rows) => importFile(await opened, rows),

    async undo({ job, wish }) {
      const undone = await undoJob(await opened, job, wish);
      broadcast("links", "entries", "outbox");
      void rounds.go(); // an earlier wish may be back, and due
      return ok(undone);
    },
    async retry({ job }) {
      await retryJob(await opened, job);
      await rounds.go();
      return ok(undefined);
    },
    async "give-up"({ job }) {
      await cancelJob(await opened, job);
      broadcast("links", "entries", "outbox");
      void rounds.go(); // it may have kept others back
      return ok(undefined);
    },
    async ready() {
      const { lost, repaired: healed } = await keeping;
      return ok({ lost, healed });
    },
    async "forget-loss"() {
      await dismissLoss(await keeping);
      return ok(undefined);
    },
  };
}

const undoable = (kept: Result<Job>): Result<Undoable> =>
  kept.ok ? ok({ job: kept.value.key, wish: kept.value.wish, until: kept.value.dueAt }) : kept;
