import { signal } from "@preact/signals";
import type { Account } from "../../model/account.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { providerFacts } from "../../providers/facts.ts";
import { getAllAccounts } from "../../store/accounts.ts";
import type { Database } from "../../store/database/open-database.ts";
import { t } from "../../i18n/text.ts";

export type Accounts = ReturnType<typeof createAccounts>;

/** The accounts as they are in the database; `account-changes` and the account form change them. */
export function createAccounts(db: Promise<Database>) {
  /** null until they are read. */
  const list = signal<Account[] | null>(null);
  /** Those that came with a file, and whose keys did not. */
  const keyless = signal<Account[]>([]);

  async function load(): Promise<void> {
    const all = (await getAllAccounts(await db)).toSorted((a, b) => a.addedAt - b.addedAt);
    list.value = all.filter((each) => !each.keyless);
    keyless.value = all.filter((each) => each.keyless);
  }

  /**
   * What a link or an entry calls its account: nothing when it is the only one there is or when its
   * service knows none, and "Removed account" when it is gone. One without a key says so.
   */
  function labelOf(id: string, provider: ProviderId): string {
    if (!providerFacts[provider].needsAccount) return "";
    const all = list.value ?? [];
    const account = all.find((each) => each.id === id);
    const other = keyless.value.find((each) => each.id === id);
    if (other) return t("keyless_label", other.label);
    if (!account) return t("former_account");
    return all.length === 1 ? "" : account.label;
  }

  return { list, keyless, load, labelOf };
}
