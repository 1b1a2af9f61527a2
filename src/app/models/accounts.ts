import { signal } from "@preact/signals";
import { t } from "../../i18n/translate.ts";
import type { Account } from "../../model/account.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { providerFacts } from "../../providers/facts.ts";
import { getAllAccounts } from "../../store/accounts.ts";
import type { Database } from "../../store/database/schema.ts";

export type AccountsModel = ReturnType<typeof createAccountsModel>;

/** The accounts in the database, read only; account-changes.ts and account-form.ts change them. */
export function createAccountsModel(db: Promise<Database>) {
  /** Accounts with a key, oldest first; null until they are read. */
  const list = signal<Account[] | null>(null);
  /** Accounts that were imported from a file, which never contains keys. */
  const keyless = signal<Account[]>([]);

  async function load(): Promise<void> {
    const all = (await getAllAccounts(await db)).toSorted((a, b) => a.addedAt - b.addedAt);
    list.value = all.filter((each) => !each.keyless);
    keyless.value = all.filter((each) => each.keyless);
  }

  /**
   * The account's name for a row of a link or an entry. Empty when there is only one account or the service has
   * no accounts; "Removed account" when it is gone; marked when its key is missing.
   */
  function getLabel(id: string, provider: ProviderId): string {
    if (!providerFacts[provider].needsAccount) return "";
    const all = list.value ?? [];
    const account = all.find((each) => each.id === id);
    const withoutKey = keyless.value.find((each) => each.id === id);
    if (withoutKey) return t("keyless_label", withoutKey.label);
    if (!account) return t("former_account");
    return all.length === 1 ? "" : account.label;
  }

  return { list, keyless, load, getLabel };
}
