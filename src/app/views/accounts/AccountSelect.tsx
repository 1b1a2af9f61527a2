import type { Signal } from "@preact/signals";
import { t } from "../../../i18n/translate.ts";
import type { Account } from "../../../model/account.ts";
import { Select } from "../../components/Select.tsx";

interface AccountSelectProps {
  accounts: readonly Account[];
  account: Account;
  selectedId: Signal<string | null>;
}

/** Selects the account to use; shown only when there are several. */
export function AccountSelect({ accounts, account, selectedId }: AccountSelectProps) {
  if (accounts.length < 2) return null;
  return (
    <Select
      label={t("account")}
      value={account.id}
      options={accounts.map((each) => ({ value: each.id, label: each.label }))}
      onChoose={(id) => (selectedId.value = id)}
    />
  );
}
