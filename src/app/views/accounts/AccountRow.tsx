import { useId } from "preact/hooks";
import { formatDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/translate.ts";
import type { Account } from "../../../model/account.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { Disclosure } from "../../components/Disclosure.tsx";
import { InlineEdit } from "../../components/InlineEdit.tsx";
import type { AccountChangesModel } from "../../models/account-changes.ts";
import { joinFacts } from "../../text/link-text.ts";
import { RemoveAccount } from "./RemoveAccount.tsx";

interface AccountRowProps {
  account: Account;
  tabIndex: number;
  changes: AccountChangesModel;
}

/** One account: its name, and buttons to rename it, replace its key, and remove it. Only the background reads keys. */
export function AccountRow({ account, tabIndex, changes }: AccountRowProps) {
  const id = useId();
  const { name, fields } = providerFacts[account.provider];
  const { host } = new URL(account.origin);
  const key = fields.find((field) => field.secret);
  const busy = changes.inFlight.value.has(account.id);
  const opener = { tabIndex, describedBy: id };
  return (
    <>
      <h2 id={id}>{account.label}</h2>
      <p class="secondary">{joinFacts(name, host, t("added_on", formatDay(account.addedAt)))}</p>
      <div class="buttons">
        <Disclosure {...opener} label={t("rename")}>
          {({ close }) => (
            <InlineEdit
              label={t("label_label")}
              hint={t("rename_hint")}
              initialValue={account.label}
              maxLength={100}
              busy={busy}
              submitLabel={t("rename_yes")}
              onSubmit={(label) => changes.rename(account, label)}
              onClose={close}
            />
          )}
        </Disclosure>
        {key && (
          <Disclosure {...opener} label={t("replace_key")}>
            {({ close }) => (
              <InlineEdit
                label={t(key.label)}
                hint={t("replace_key_hint", name)}
                initialValue=""
                kind="secret"
                maxLength={4096}
                busy={busy}
                submitLabel={busy ? t("testing") : t("replace_key_yes")}
                onSubmit={(typed) => changes.replaceKey(account, typed)}
                onClose={close}
              />
            )}
          </Disclosure>
        )}
        <RemoveAccount {...opener} account={account} changes={changes} />
      </div>
    </>
  );
}
