import type { ComponentType } from "preact";
import type { SendMessage } from "../../../messages/send.ts";
import { t } from "../../../i18n/text.ts";
import { createAccountForm } from "../../models/account-form.ts";
import type { Surroundings } from "../../platform/platform.ts";
import { AccountForm } from "./AccountForm.tsx";
import { DemoAccounts } from "./DemoAccounts.tsx";

export type CreateAddAccount = typeof createAddAccount;

/** The part of the full tab that adds accounts; the popup does without, and without its code. */
export function createAddAccount(ask: SendMessage, allow: Surroundings["allow"]): ComponentType {
  const form = createAccountForm(ask, allow);
  return () => (
    <section class="add" aria-labelledby="add-title">
      <h2 id="add-title">{t("add_title")}</h2>
      <DemoAccounts form={form} />
      <AccountForm form={form} />
    </section>
  );
}
