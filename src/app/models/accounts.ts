import { signal } from "@preact/signals";
import type { Account } from "../../model/account.ts";
import type { AskBackground } from "../../messages/ask.ts";
import { allAccounts } from "../../store/accounts.ts";
import type { Database } from "../../store/database.ts";
import { t } from "../../ui/text.ts";
import { createBusy } from "./busy.ts";
import type { Notice } from "./notice.ts";

export type Accounts = ReturnType<typeof createAccounts>;

/** The accounts as they are in the database; adding one is the account form's part. */
export function createAccounts(db: Promise<Database>, ask: AskBackground, notice: Notice) {
  /** null until they are read. */
  const list = signal<Account[] | null>(null);
  const { doing, during } = createBusy();

  async function load(): Promise<void> {
    list.value = (await allAccounts(await db)).toSorted((a, b) => a.addedAt - b.addedAt);
  }

  /**
   * What a link or an entry calls its account: nothing when it is the only one there is, and
   * "Removed account" when it is gone.
   */
  function labelOf(id: string): string {
    const all = list.value ?? [];
    const account = all.find((each) => each.id === id);
    if (!account) return t("former_account");
    return all.length === 1 ? "" : account.label;
  }

  async function remove(account: Account): Promise<void> {
    const answer = await during(account.id, () => ask("remove-account", { account: account.id }));
    if (answer === null) return;
    if (!answer.ok) return notice.tell(answer.failure, "unsave", account);
    await load();
    notice.say(t("account_removed"));
  }

  return { list, doing, load, labelOf, remove };
}
