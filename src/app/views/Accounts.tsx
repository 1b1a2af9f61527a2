import { t } from "../../ui/text.ts";
import type { ViewProps } from "../views.ts";
import { AccountRow } from "../parts/AccountRow.tsx";
import { Empty } from "../parts/Empty.tsx";
import { Rows } from "../parts/Rows.tsx";
import { allProviderNames } from "../provider-names.ts";

/** Which accounts Earmark may use. New ones are added in a full tab only. */
export function Accounts({ models, AddAccount }: ViewProps) {
  const { accounts, around } = models;
  const list = accounts.list.value;
  return (
    <div class="accounts">
      {list?.length === 0 && (
        <Empty title={t("accounts_empty_title")}>
          <p>{t("accounts_empty_text", allProviderNames())}</p>
        </Empty>
      )}
      {list && list.length > 0 && (
        <Rows
          label={t("accounts_label")}
          items={list}
          keyOf={(account) => account.id}
          row={(account, tabIndex) => (
            <AccountRow account={account} tabIndex={tabIndex} onRemove={accounts.remove} />
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
