import { useId } from "preact/hooks";
import type { Account } from "../../model/account.ts";
import { providerFacts } from "../../model/provider-facts.ts";
import { t } from "../../ui/text.ts";
import { day } from "../../ui/when.ts";
import { facts } from "../link-text.ts";
import { Confirm } from "./Confirm.tsx";

interface AccountRowProps {
  account: Account;
  tabIndex: number;
  onRemove: (account: Account) => Promise<void>;
}

/** One account. Its key is not here: nothing but the background ever reads it. */
export function AccountRow({ account, tabIndex, onRemove }: AccountRowProps) {
  const id = useId();
  const { name } = providerFacts[account.provider];
  const { host } = new URL(account.origin);
  return (
    <>
      <h2 id={id}>{account.label}</h2>
      <p class="sub">{facts(name, host, t("added_on", day(account.addedAt)))}</p>
      <div class="buttons">
        <Confirm
          label={t("remove")}
          question={t("remove_account_ask", account.label)}
          warning={t("remove_account_warning")}
          yes={t("remove_account")}
          no={t("cancel")}
          tabIndex={tabIndex}
          describedBy={id}
          onYes={() => onRemove(account)}
        />
      </div>
    </>
  );
}
