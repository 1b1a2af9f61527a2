import { useEffect, useRef } from "preact/hooks";
import { providerFacts } from "../../../providers/facts.ts";
import { t } from "../../../i18n/text.ts";
import { facts } from "../../text/link-text.ts";
import { Field } from "../../components/Field.tsx";
import { Permissions } from "./Permissions.tsx";
import { ShareForm, type ShareFormProps } from "./ShareForm.tsx";

/** The share form of a service whose links have a name, permissions or a recipient. */
export function LongShareForm(props: ShareFormProps) {
  const { track, sharing } = props;
  const { provider } = track;
  const { nameLength, permissions, messageLength } = providerFacts[provider].terms;
  const { name, permissions: given, recipient, message } = sharing.termsAt(provider);
  const address = useRef<HTMLDivElement>(null);
  const misspelt = sharing.misspelt.value;
  useEffect(() => {
    if (misspelt) address.current?.querySelector("input")?.focus();
  }, [misspelt]);

  return (
    <ShareForm {...props}>
      {nameLength > 0 && (
        <Field
          label={t("link_name")}
          hint={facts(t("link_name_hint"), counted(name, nameLength))}
          value={name ?? ""}
          longest={nameLength}
          onInput={(value) => sharing.change(provider, { name: value })}
        />
      )}
      {permissions.length > 0 && (
        <Permissions
          options={permissions}
          given={given}
          onChange={(value) => sharing.change(provider, { permissions: value })}
        />
      )}
      {messageLength > 0 && (
        <div ref={address}>
          <Field
            label={t("recipient")}
            hint={t("recipient_hint", providerFacts[provider].name)}
            value={recipient ?? ""}
            kind="email"
            longest={320}
            invalid={misspelt}
            onInput={(value) => sharing.change(provider, { recipient: value })}
          />
          <Field
            label={t("message")}
            hint={facts(t("message_hint"), counted(message, messageLength))}
            value={message ?? ""}
            kind="lines"
            longest={messageLength}
            onInput={(value) => sharing.change(provider, { message: value })}
          />
        </div>
      )}
    </ShareForm>
  );
}

/** "12 of 38", once there is something to count. */
function counted(text: string | null, most: number): string {
  return text ? t("characters", String(text.length), String(most)) : "";
}
