import type { ComponentType } from "preact";
import { t } from "../../../i18n/translate.ts";
import type { SendMessage } from "../../../messages/send.ts";
import { createAccountFormModel } from "../../models/account-form.ts";
import type { Platform } from "../../platform/browser-apis.ts";
import { AccountForm } from "./AccountForm.tsx";
import { DemoAccounts } from "./DemoAccounts.tsx";

export type CreateAddAccount = typeof createAddAccount;

/** Creates the section of the full tab that adds accounts. The popup does not load its code. */
export function createAddAccount(
  send: SendMessage,
  requestPermission: Platform["requestPermission"],
): ComponentType {
  const form = createAccountFormModel(send, requestPermission);
  return () => (
    <section class="form-section" aria-labelledby="add-title">
      <h2 id="add-title">{t("add_title")}</h2>
      <DemoAccounts form={form} />
      <AccountForm form={form} />
    </section>
  );
}
