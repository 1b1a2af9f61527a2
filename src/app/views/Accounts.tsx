import { useMemo } from "preact/hooks";
import { t } from "../../ui/text.ts";
import { createAccountChanges } from "../models/account-changes.ts";
import type { ViewProps } from "../views.ts";
import { AccountRow } from "../parts/AccountRow.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Rows } from "../parts/Rows.tsx";
import { namesOf, withAccounts } from "../provider-names.ts";

/** Which accounts Earmark may use. New ones are added in a full tab only. */
export function Accounts({ models, AddAccount }: ViewProps) {
  const { accounts, around, means } = models;
  const changes = useMemo(() => createAccountChanges(means, accounts.load), []);
  const list = accounts.list.value;
  return (
    <div class="accounts">
      {list?.length === 0 && (
        <Empty title={t("accounts_empty_title")}>
          <p>{t("accounts_empty_text", namesOf(withAccounts))}</p>
        </Empty>
      )}
      {list && list.length > 0 && (
        <Rows
          label={t("accounts_label")}
          items={list}
          keyOf={(account) => account.id}
          row={(account, tabIndex) => (
            <AccountRow account={account} tabIndex={tabIndex} changes={changes} />
          )}
        />
      )}
      {AddAccount ? (
        <AddAccount />
      ) : (
        <div class="add-here">
          <button type="button" class="primary" onClick={() => void around.openOptions()}>
            {t("add_an_account")}
          </button>
          <p class="sub">{t("add_here")}</p>
        </div>
      )}
    </div>
  );
}
