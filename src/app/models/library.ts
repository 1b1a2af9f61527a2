import { type Entry, entryKey } from "../../model/entry.ts";
import type { Account } from "../../model/account.ts";
import { getEntriesPage } from "../../store/entries.ts";
import { t } from "../../i18n/text.ts";
import { createBusy } from "./busy.ts";
import { createLongList } from "./paged-list.ts";
import type { Means } from "./deps.ts";
import type { Wishes } from "./pending-actions.ts";

export type Library = ReturnType<typeof createLibrary>;

/** The saved tracks of all accounts. */
export function createLibrary({ db, ask, notice }: Means, wishes: Pick<Wishes, "offer">) {
  const list = createLongList<Entry>(async (before) => getEntriesPage(await db, before));
  const { doing, during } = createBusy();

  /** The row goes when the background has taken it out of the database, not before. */
  async function remove(entry: Entry): Promise<void> {
    const { account, id } = entry;
    const answer = await during(entryKey(account, id), () =>
      ask("unsave-track", { account, track: entry }),
    );
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "unsave", entry);
    const { job: key, revision: wish, until } = answer.value;
    const task = { kind: "unsave", entry: null } as const;
    const offered = wishes.offer({ key, wish, account, track: entry, task }, until);
    await Promise.all([list.load(), offered]);
  }

  /** Reads every account's library again. What one account could not do is told; the others go on. */
  async function refresh(accounts: readonly Account[]): Promise<void> {
    await during("refresh", async () => {
      let whole = true;
      for (const account of accounts) {
        const answer = await ask("refresh-library", { account: account.id });
        if (answer.ok) continue;
        whole = false;
        await notice.tell(answer.failure, "refresh", account);
      }
      await list.load();
      if (whole) notice.say(t("refreshed"));
    });
  }

  return { ...list, doing, remove, refresh };
}
