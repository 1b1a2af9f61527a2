import { signal } from "@preact/signals";
import type { Account, NewAccount } from "../../model/account.ts";
import { providerFacts } from "../../providers/facts.ts";
import { providerIds, type ProviderId } from "../../model/provider-id.ts";
import type { Result } from "../../model/failure.ts";
import type { SendMessage } from "../../messages/send.ts";
import { t } from "../../i18n/text.ts";
import type { Surroundings } from "../platform/platform.ts";
import { createBusy } from "./busy.ts";
import { outcomeOf } from "./failure-toast.ts";
import type { Outcome } from "./toast-content.ts";

export type AccountForm = ReturnType<typeof createAccountForm>;

/** What the person typed. The key is in here only until the account is added. */
interface Draft {
  provider: ProviderId;
  origin: string;
  label: string;
  fields: Record<string, string>;
}

const emptyDraft = (): Draft => {
  const provider = providerIds[0];
  return { provider, origin: providerFacts[provider].origins[0] ?? "", label: "", fields: {} };
};

/** Tests and adds an account. Each press first asks the browser to allow the service's host. */
export function createAccountForm(ask: SendMessage, allow: Surroundings["allow"]) {
  const draft = signal<Draft>(emptyDraft());
  const outcome = signal<Outcome | null>(null);
  const { doing, during } = createBusy();

  function change(part: Partial<Draft>): void {
    draft.value = { ...draft.peek(), ...part };
    outcome.value = null;
  }

  /** From the draft as it is now: a browser that fills in two fields does so within one render. */
  function setField(name: string, value: string): void {
    change({ fields: { ...draft.peek().fields, [name]: value } });
  }

  /** Not a single await before `allow`: the browser asks only within the click. */
  async function send<T>(
    account: NewAccount,
    put: (account: NewAccount) => Promise<Result<T>>,
  ): Promise<Result<T> | null> {
    const allowed = allow(account.provider, account.origin);
    outcome.value = null;
    if (!(await allowed)) {
      const text = t("permission_refused", new URL(account.origin).host);
      outcome.value = { tone: "bad", text, allow: null };
      return null;
    }
    const answer = await put(account);
    if (!answer.ok) outcome.value = outcomeOf(answer.failure, "test", account);
    return answer;
  }

  /** "Test connection": nothing is kept, and the draft stays. */
  async function test(): Promise<void> {
    const account = accountFrom(draft.peek());
    const good = await during("test", () => send(account, (asked) => ask("test-account", asked)));
    if (good?.ok) praise(t("test_good", providerFacts[account.provider].name));
  }

  function praise(text: string): void {
    outcome.value = { tone: "good", text, allow: null };
  }

  /** Adds what was typed, or a ready-made account. Resolves to the account that was added. */
  async function add(account = accountFrom(draft.peek())): Promise<Account | null> {
    const added = await during("add", () => send(account, (asked) => ask("add-account", asked)));
    if (!added?.ok) return null;
    draft.value = emptyDraft();
    praise(t("account_added"));
    return added.value;
  }

  return { draft, outcome, doing, change, setField, test, add };
}

function accountFrom({ provider, origin, label, fields }: Draft): NewAccount {
  const facts = providerFacts[provider];
  const typed = facts.fields.map(({ name, secret }) => ({
    name,
    secret,
    value: (fields[name] ?? "").trim(), // keys are pasted, often with a line break
  }));
  const open = typed.filter((each) => !each.secret);
  return {
    provider,
    origin,
    label: label.trim() || facts.name,
    settings: Object.fromEntries(open.map(({ name, value }) => [name, value])),
    key: typed.find((each) => each.secret)?.value ?? "",
  };
}
