import type { Account } from "../../model/account.ts";
import { countEntries } from "../../store/entries.ts";
import { getLinksPage } from "../../store/links.ts";
import type { Page } from "../../store/paging.ts";
import type { Link } from "../../model/link.ts";
import { t } from "../../i18n/text.ts";
import type { Accounts } from "./accounts.ts";
import { createBusy } from "./busy.ts";
import type { Means } from "./deps.ts";

export type AccountChanges = ReturnType<typeof createAccountChanges>;

/** Renames and removes accounts, and gives them other keys. */
export function createAccountChanges({ db, ask, notice }: Means, load: Accounts["load"]) {
  const { doing, during } = createBusy();

  /** Resolves to whether it has the name now. */
  async function rename(account: Account, label: string): Promise<boolean> {
    const { id } = account;
    const answer = await during(id, () => ask("rename-account", { account: id, label }));
    if (answer === null) return false;
    if (answer.ok) {
      await load();
      notice.say(t("account_renamed", label));
    } else await notice.tell(answer.failure, "save", account);
    return answer.ok;
  }

  /** The background tests the key first, and keeps the old one unless it is good. */
  async function replaceKey(account: Account, typed: string): Promise<boolean> {
    const key = typed.trim(); // it is pasted, often with a line break
    const answer = await during(account.id, () => {
      notice.clear();
      return ask("replace-key", { account: account.id, key });
    });
    if (answer === null) return false;
    if (answer.ok) notice.say(t("key_replaced"));
    else await notice.tell(answer.failure, "test", account);
    return answer.ok;
  }

  /** What Earmark forgets with an account. */
  async function countOf({ id }: Account): Promise<{ links: number; entries: number }> {
    const database = await db;
    let links = 0;
    let before: number | null = null;
    do {
      const slice: Page<Link> = await getLinksPage(database, before);
      links += slice.items.filter(({ account }) => account === id).length;
      before = slice.next;
    } while (before !== null);
    return { links, entries: await countEntries(database, id) };
  }

  async function remove(account: Account): Promise<void> {
    const answer = await during(account.id, () => ask("remove-account", { account: account.id }));
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "unsave", account);
    await load();
    notice.say(t("account_removed"));
  }

  return { doing, rename, replaceKey, countOf, remove };
}
