import { signal } from "@preact/signals";
import { t } from "../../i18n/translate.ts";
import type { SendMessage } from "../../messages/send.ts";
import type { Account, NewAccount } from "../../model/account.ts";
import type { Result } from "../../model/failure.ts";
import { providerIds } from "../../model/provider-id.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { providerFacts } from "../../providers/facts.ts";
import type { ToastContent } from "../components/toast-content.ts";
import type { Platform } from "../platform/browser-apis.ts";
import { createFailureToast } from "./failure-toast.ts";
import { createInFlight } from "./in-flight.ts";

export type AccountFormModel = ReturnType<typeof createAccountFormModel>;

/** What the person typed. The key is kept here only until the account is added. */
interface Draft {
  provider: ProviderId;
  origin: string;
  label: string;
  fields: Record<string, string>;
}

const createEmptyDraft = (): Draft => {
  const provider = providerIds[0];
  return { provider, origin: providerFacts[provider].origins[0] ?? "", label: "", fields: {} };
};

/** The form that tests and adds accounts. Each press first asks the browser for access to the service's host. */
export function createAccountFormModel(
  send: SendMessage,
  requestPermission: Platform["requestPermission"],
) {
  const draft = signal<Draft>(createEmptyDraft());
  const outcome = signal<ToastContent | null>(null);
  const { inFlight, runOnce } = createInFlight();

  function change(part: Partial<Draft>): void {
    draft.value = { ...draft.peek(), ...part };
    outcome.value = null;
  }

  /** Reads the draft as it is now, because autofill changes two fields within one render. */
  function setField(name: string, value: string): void {
    change({ fields: { ...draft.peek().fields, [name]: value } });
  }

  /** Nothing may be awaited before `requestPermission`: the browser shows its prompt only within the click. */
  async function submit<T>(
    account: NewAccount,
    request: (account: NewAccount) => Promise<Result<T>>,
  ): Promise<Result<T> | null> {
    const granted = requestPermission(account.provider, account.origin);
    outcome.value = null;
    if (!(await granted)) {
      const text = t("permission_refused", new URL(account.origin).host);
      outcome.value = { tone: "bad", text, permission: null };
      return null;
    }
    const reply = await request(account);
    if (!reply.ok) outcome.value = createFailureToast(reply.failure, "test", account);
    return reply;
  }

  /** "Test connection": nothing is stored, and the draft stays. */
  async function test(): Promise<void> {
    const account = createAccountFrom(draft.peek());
    const reply = await runOnce("test", () => submit(account, (it) => send("test-account", it)));
    if (reply?.ok) showSuccess(t("test_good", providerFacts[account.provider].name));
  }

  function showSuccess(text: string): void {
    outcome.value = { tone: "good", text, permission: null };
  }

  /** Adds what was typed, or the given account. Resolves to the added account, or null when it was not added. */
  async function add(account = createAccountFrom(draft.peek())): Promise<Account | null> {
    const reply = await runOnce("add", () => submit(account, (it) => send("add-account", it)));
    if (!reply?.ok) return null;
    draft.value = createEmptyDraft();
    showSuccess(t("account_added"));
    return reply.value;
  }

  return { draft, outcome, inFlight, change, setField, test, add };
}

function createAccountFrom({ provider, origin, label, fields }: Draft): NewAccount {
  const facts = providerFacts[provider];
  const typed = facts.fields.map(({ name, secret }) => ({
    name,
    secret,
    value: (fields[name] ?? "").trim(), // keys are pasted, often with a line break
  }));
  const settings = typed.filter((field) => !field.secret);
  return {
    provider,
    origin,
    label: label.trim() || facts.name,
    settings: Object.fromEntries(settings.map(({ name, value }) => [name, value])),
    key: typed.find((field) => field.secret)?.value ?? "",
  };
}
