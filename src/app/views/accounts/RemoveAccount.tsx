import { useSignal } from "@preact/signals";
import { t } from "../../../i18n/translate.ts";
import type { Account } from "../../../model/account.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { Confirm } from "../../components/Confirm.tsx";
import type { AccountChangesModel } from "../../models/account-changes.ts";
import { formatCount, formatList } from "../../text/link-text.ts";

interface RemoveAccountProps {
  account: Account;
  tabIndex: number;
  describedBy: string;
  changes: Pick<AccountChangesModel, "countItems" | "remove">;
}

/** Removes an account with its links and entries, after a warning that counts them. */
export function RemoveAccount({ account, changes, ...opener }: RemoveAccountProps) {
  const warning = useSignal("");
  const { name, hasLibrary } = providerFacts[account.provider];

  async function count(): Promise<void> {
    const { links, entries } = await changes.countItems(account);
    const counts = [
      ...(links > 0 ? [formatCount(links, "links")] : []),
      ...(entries > 0 ? [formatCount(entries, "entries")] : []),
    ];
    warning.value = [
      t(
        "remove_account_forgets",
        formatList(t(account.keyless ? "its_name" : "its_key"), ...counts),
      ),
      ...(links > 0 ? [t("remove_account_links", name)] : []),
      t(hasLibrary ? "remove_account_keeps" : "remove_account_nothing", name),
    ].join(" ");
  }

  return (
    <Confirm
      {...opener}
      label={t("remove")}
      question={t("remove_account_ask", account.label)}
      warning={warning.value}
      prepare={count}
      confirmLabel={t("remove_account")}
      cancelLabel={t("cancel")}
      onConfirm={() => changes.remove(account)}
    />
  );
}
