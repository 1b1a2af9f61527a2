import { useId } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import type { Account } from "../../../model/account.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { RowList } from "../../components/RowList.tsx";
import type { AccountChangesModel } from "../../models/account-changes.ts";
import { joinFacts } from "../../text/link-text.ts";
import { RemoveAccount } from "./RemoveAccount.tsx";

interface KeylessAccountsProps {
  accounts: readonly Account[];
  changes: AccountChangesModel;
}

/** Accounts that were imported without their keys, which cannot be used until they are added again. */
export function KeylessAccounts({ accounts, changes }: KeylessAccountsProps) {
  const id = useId();
  if (accounts.length === 0) return null;
  return (
    <section class="keyless" aria-labelledby={id}>
      <h2 id={id}>{t("keyless_title")}</h2>
      <p class="secondary">{t("keyless_text")}</p>
      <RowList
        label={t("keyless_title")}
        items={accounts}
        getKey={(account) => account.id}
        renderRow={(account, tabIndex) => (
          <KeylessRow account={account} tabIndex={tabIndex} changes={changes} />
        )}
      />
    </section>
  );
}

interface KeylessRowProps {
  account: Account;
  tabIndex: number;
  changes: AccountChangesModel;
}

function KeylessRow({ account, tabIndex, changes }: KeylessRowProps) {
  const id = useId();
  const { name } = providerFacts[account.provider];
  return (
    <>
      <h3 id={id}>{account.label}</h3>
      <p class="secondary">{joinFacts(name, new URL(account.origin).host)}</p>
      <div class="buttons">
        <RemoveAccount account={account} tabIndex={tabIndex} describedBy={id} changes={changes} />
      </div>
    </>
  );
}
