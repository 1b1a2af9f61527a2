import { t } from "../../i18n/translate.ts";
import type { CurrentPage } from "../../messages/protocol.ts";
import { toLibraryJobKey } from "../../model/outbox-job.ts";
import type { TrackRef } from "../../model/track.ts";
import { getEntry } from "../../store/entries.ts";
import { formatJobDone, formatBlockedSave } from "../text/job-text.ts";
import type { CurrentPageModel } from "./current-page.ts";
import type { ModelDependencies } from "./dependencies.ts";
import { createQueuedToast } from "./failure-toast.ts";
import { createInFlight } from "./in-flight.ts";
import type { OutboxModel } from "./outbox.ts";
import type { PendingActionsModel } from "./pending-actions.ts";

export type SaveModel = ReturnType<typeof createSaveModel>;

type SavablePage = Exclude<CurrentPage, { kind: "nothing" }>;

/** Saves the track of the current page to an account's library, and removes it again. */
export function createSaveModel(
  { db, send, toast }: ModelDependencies,
  currentPage: CurrentPageModel,
  { outbox, pendingActions }: { outbox: OutboxModel; pendingActions: PendingActionsModel },
) {
  const { inFlight, runOnce } = createInFlight();

  async function saveTrack(page: SavablePage, account: string): Promise<void> {
    const { track } = page;
    const reply = await runOnce("save", () =>
      page.kind === "link"
        ? send("save-link", { account, link: page.link, track })
        : send("save-track", { account, track }),
    );
    if (reply === null) return;
    if (!reply.ok) return toast.showFailure(reply.failure, "save", track);
    const { waiting } = reply.value;
    // Before setSaved: otherwise the track would be shown as "Saved" for a moment.
    if (waiting !== null) await outbox.load();
    currentPage.setSaved(account, true);
    if (waiting === null) return void toast.show(formatJobDone("save", track.provider));
    const content = (toast.content.value = createQueuedToast(waiting, "save", track));
    const job = outbox.getJob(toLibraryJobKey(account, track.id));
    // A track from a share link gets another id when it is saved, so done and cancelled could not be told apart.
    if (job && page.kind === "track") pendingActions.follow(job, content, waiting.kind);
  }

  async function removeTrack({ track }: SavablePage, account: string): Promise<void> {
    const reply = await runOnce("save", () => send("unsave-track", { account, track }));
    if (reply === null) return;
    if (!reply.ok) return toast.showFailure(reply.failure, "unsave", track);
    currentPage.setSaved(account, false);
    const { job: key, revision, until } = reply.value;
    const task = { kind: "unsave", entry: null } as const;
    await pendingActions.offerUndo({ key, wish: revision, account, track, task }, until, {
      onUndone: () => currentPage.setSaved(account, true),
    });
  }

  /** Reads from the database whether the current track is saved: it may have been changed elsewhere. */
  async function refreshSaved(): Promise<void> {
    const page = currentPage.result.peek();
    // The track of a share link is saved under another id.
    if (!page?.ok || page.value.kind !== "track") return;
    const { track, accounts, savedIn } = page.value;
    for (const { id } of accounts) {
      const saved = (await getEntry(await db, id, track.id)) !== undefined;
      if (saved !== savedIn.includes(id)) currentPage.setSaved(id, saved);
    }
  }

  /** The state of a track in the library. "Saved" only when its service has it; empty until that is known. */
  function getStateText(account: string, { id }: TrackRef): string {
    if (outbox.jobs.value === null) return "";
    const key = toLibraryJobKey(account, id);
    const blocked = outbox.getBlockedJob(key);
    if (outbox.getJob(key)?.task.kind !== "save") return t("saved");
    return blocked ? formatBlockedSave(blocked) : t("saving");
  }

  return { inFlight, saveTrack, removeTrack, refreshSaved, getStateText };
}
