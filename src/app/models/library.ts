import { t } from "../../i18n/translate.ts";
import type { Account } from "../../model/account.ts";
import { toEntryKey } from "../../model/library-entry.ts";
import type { Entry } from "../../model/library-entry.ts";
import { getEntriesPage } from "../../store/entries.ts";
import type { ModelDependencies } from "./dependencies.ts";
import { createInFlight } from "./in-flight.ts";
import { createPagedList } from "./paged-list.ts";
import type { PendingActionsModel } from "./pending-actions.ts";

export type LibraryModel = ReturnType<typeof createLibraryModel>;

/** The saved tracks of all accounts. */
export function createLibraryModel(
  { db, send, toast }: ModelDependencies,
  pendingActions: Pick<PendingActionsModel, "offerUndo">,
) {
  const list = createPagedList<Entry>(async (before) => getEntriesPage(await db, before));
  const { inFlight, runOnce } = createInFlight();

  /** The row disappears once the background has deleted it from the database, not before. */
  async function remove(entry: Entry): Promise<void> {
    const { account, id } = entry;
    const reply = await runOnce(toEntryKey(account, id), () =>
      send("unsave-track", { account, track: entry }),
    );
    if (reply === null) return;
    if (!reply.ok) return toast.showFailure(reply.failure, "unsave", entry);
    const { job: key, revision, until } = reply.value;
    const task = { kind: "unsave", entry: null } as const;
    const offered = pendingActions.offerUndo(
      { key, wish: revision, account, track: entry, task },
      until,
    );
    await Promise.all([list.load(), offered]);
  }

  /** Reads every account's library from its service. A failure is shown; the other accounts go on. */
  async function refresh(accounts: readonly Account[]): Promise<void> {
    await runOnce("refresh", async () => {
      let complete = true;
      for (const account of accounts) {
        const reply = await send("refresh-library", { account: account.id });
        if (reply.ok) continue;
        complete = false;
        await toast.showFailure(reply.failure, "refresh", account);
      }
      await list.load();
      if (complete) toast.show(t("refreshed"));
    });
  }

  return { ...list, inFlight, remove, refresh };
}
