import { useRef } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import { buildSettings } from "../../../model/build-settings.ts";
import type { ProviderId } from "../../../model/provider-id.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { Field } from "../../components/Field.tsx";
import { Select } from "../../components/Select.tsx";
import type { AccountFormModel } from "../../models/account-form.ts";
import { providersWithAccounts } from "../../text/provider-names.ts";

/** The form that adds an account. Its fields follow from what the chosen provider needs. */
export function AccountForm({ form }: { form: AccountFormModel }) {
  const element = useRef<HTMLFormElement>(null);
  const { provider, origin, label, fields } = form.draft.value;
  const { name, origins, sites, fields: wanted } = providerFacts[provider];
  const inFlight = form.inFlight.value;
  const busy = inFlight.size > 0;
  const outcome = form.outcome.value;

  /** Checks for empty fields first, because `work` shows the browser's prompt, which must happen within the click. */
  function start(work: () => Promise<unknown>): void {
    if (element.current?.reportValidity()) void work();
  }

  function setProvider(id: ProviderId): void {
    form.change({ provider: id, origin: providerFacts[id].origins[0] ?? "", fields: {} });
  }

  return (
    <form
      ref={element}
      class="account-form"
      aria-label={t("add_title")}
      onSubmit={(event) => {
        event.preventDefault();
        start(form.add);
      }}
    >
      {providersWithAccounts.length > 1 && (
        <Select
          label={t("service_label")}
          value={provider}
          options={providersWithAccounts.map((id) => ({
            value: id,
            label: providerFacts[id].name,
          }))}
          onChoose={setProvider}
        />
      )}
      <Select
        label={t("origin_label")}
        value={origin}
        options={[...origins, ...buildSettings.origins].map((value) => ({
          value,
          label: new URL(value).host,
        }))}
        onChoose={(value) => form.change({ origin: value })}
      />
      {wanted.map((field) => (
        <Field
          key={field.name}
          label={t(field.label)}
          hint={t(field.hint)}
          kind={field.secret ? "secret" : "text"}
          required
          value={fields[field.name] ?? ""}
          onInput={(value) => form.setField(field.name, value)}
        />
      ))}
      <Field
        label={t("label_label")}
        hint={t("label_hint")}
        value={label}
        onInput={(value) => form.change({ label: value })}
      />
      <div class="site-access">
        <h2>{t("may_title")}</h2>
        <p class="secondary">
          {t("may_text", name, siteNames(sites, origins.includes(origin), origin))}
        </p>
      </div>
      <output class="result" data-tone={outcome?.tone}>
        {outcome?.text}
      </output>
      <div class="buttons">
        <button class="primary" type="submit" aria-disabled={busy}>
          {inFlight.has("add") ? t("adding") : t("add_account")}
        </button>
        <button type="button" aria-disabled={busy} onClick={() => start(form.test)}>
          {inFlight.has("test") ? t("testing") : t("test_connection")}
        </button>
      </div>
    </form>
  );
}

/** The hosts whose pages get a toolbar. A self-hosted service has its pages at its own address. */
function siteNames(sites: readonly string[], official: boolean, origin: string): string {
  return (official ? sites : [origin]).map((each) => new URL(each).host).join(", ");
}
