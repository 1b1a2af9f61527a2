import { t } from "../../../i18n/translate.ts";
import { buildSettings } from "../../../model/build-settings.ts";
import type { AccountFormModel } from "../../models/account-form.ts";

/** Accounts of a sandbox build that are added with one click. Published builds have none. */
export function DemoAccounts({ form }: { form: Pick<AccountFormModel, "add"> }) {
  if (buildSettings.demoAccounts.length === 0) return null;
  return (
    <section class="demo" aria-label={t("demo_title")}>
      <h2>{t("demo_title")}</h2>
      <p class="secondary">{t("demo_text")}</p>
      <div class="buttons">
        {buildSettings.demoAccounts.map((account) => (
          <button type="button" key={account.label} onClick={() => void form.add(account)}>
            {t("demo_use", account.label)}
          </button>
        ))}
      </div>
    </section>
  );
}
