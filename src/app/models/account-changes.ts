import { t } from "../../i18n/translate.ts";
import type { Account } from "../../model/account.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import { countEntries } from "../../store/entries.ts";
import { getLinksPage } from "../../store/links.ts";
import type { Page } from "../../store/paging.ts";
import type { AccountsModel } from "./accounts.ts";
import type { ModelDependencies } from "./dependencies.ts";
import { createInFlight } from "./in-flight.ts";

export type AccountChangesModel = ReturnType<typeof createAccountChangesModel>;

/** Renames and removes accounts, and replaces their keys. */
export function createAccountChangesModel(
  { db, send, toast }: ModelDependencies,
  load: AccountsModel["load"],
) {
  const { inFlight, runOnce } = createInFlight();

  /** Resolves to whether the account has the new name. */
  async function rename(account: Account, label: string): Promise<boolean> {
    const { id } = account;
    const reply = await runOnce(id, () => send("rename-account", { account: id, label }));
    if (reply === null) return false;
    if (reply.ok) {
      await load();
      toast.show(t("account_renamed", label));
    } else await toast.showFailure(reply.failure, "save", account);
    return reply.ok;
  }

  /** The background tests the new key and keeps the old one unless the new one works. */
  async function replaceKey(account: Account, typed: string): Promise<boolean> {
    const key = typed.trim(); // keys are pasted, often with a line break
    const reply = await runOnce(account.id, () => {
      toast.clear();
      return send("replace-key", { account: account.id, key });
    });
    if (reply === null) return false;
    if (reply.ok) toast.show(t("key_replaced"));
    else await toast.showFailure(reply.failure, "test", account);
    return reply.ok;
  }

  /** Counts the links and entries that are deleted together with an account. */
  async function countItems({ id }: Account): Promise<{ links: number; entries: number }> {
    const database = await db;
    let links = 0;
    let before: number | null = null;
    do {
      const page: Page<StoredLink> = await getLinksPage(database, before);
      links += page.items.filter(({ account }) => account === id).length;
      before = page.next;
    } while (before !== null);
    return { links, entries: await countEntries(database, id) };
  }

  async function remove(account: Account): Promise<void> {
    const reply = await runOnce(account.id, () => send("remove-account", { account: account.id }));
    if (reply === null) return;
    if (!reply.ok) return toast.showFailure(reply.failure, "unsave", account);
    await load();
    toast.show(t("account_removed"));
  }

  return { inFlight, rename, replaceKey, countItems, remove };
}
