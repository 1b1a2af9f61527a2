import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { RowList } from "../../components/RowList.tsx";
import { createAccountChangesModel } from "../../models/account-changes.ts";
import { formatProviderNames, providersWithAccounts } from "../../text/provider-names.ts";
import type { ViewProps } from "../view-interface.ts";
import { AccountRow } from "./AccountRow.tsx";
import { AddAccountButton } from "./AddAccountButton.tsx";
import type { ExportImport } from "./ExportImport.tsx";
import { KeylessAccounts } from "./KeylessAccounts.tsx";

/** The view of the accounts. Accounts are added in the full tab only. */
export function AccountsView({ models, AddAccount }: ViewProps) {
  const { accounts, platform, deps } = models;
  const changes = useMemo(() => createAccountChangesModel(deps, accounts.load), []);
  const list = accounts.list.value;
  return (
    <div>
      {list?.length === 0 && (
        <EmptyState title={t("accounts_empty_title")}>
          <p>{t("accounts_empty_text", formatProviderNames(providersWithAccounts))}</p>
        </EmptyState>
      )}
      {list && list.length > 0 && (
        <RowList
          label={t("accounts_label")}
          items={list}
          getKey={(account) => account.id}
          renderRow={(account, tabIndex) => (
            <AccountRow account={account} tabIndex={tabIndex} changes={changes} />
          )}
        />
      )}
      <KeylessAccounts accounts={accounts.keyless.value} changes={changes} />
      {AddAccount ? (
        <>
          <AddAccount />
          <LazyExportImport models={models} />
        </>
      ) : (
        <div class="add-account">
          <AddAccountButton openOptionsPage={platform.openOptionsPage} />
          <p class="secondary">
            {t("add_here")} {t("data_there")}
          </p>
        </div>
      )}
    </div>
  );
}

/** Not loaded in the popup, which the browser closes when it shows its file dialog. */
function LazyExportImport({ models }: Pick<ViewProps, "models">) {
  const part = useSignal<typeof ExportImport | null>(null);
  useEffect(() => {
    void import("./ExportImport.tsx").then((it) => (part.value = it.ExportImport));
  }, []);
  const Part = part.value;
  return Part && <Part models={models} />;
}
