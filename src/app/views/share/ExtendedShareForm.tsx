import { useEffect, useRef } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { Field } from "../../components/Field.tsx";
import { joinFacts } from "../../text/link-text.ts";
import { ShareForm } from "./ShareForm.tsx";
import type { ShareFormProps } from "./ShareForm.tsx";
import { SharePermissions } from "./SharePermissions.tsx";

/** The share form of a service whose links have a name, permissions or a recipient. */
export function ExtendedShareForm(props: ShareFormProps) {
  const { track, share } = props;
  const { provider } = track;
  const { nameLength, permissions, messageLength } = providerFacts[provider].terms;
  const { name, permissions: given, recipient, message } = share.getTerms(provider);
  const recipientField = useRef<HTMLDivElement>(null);
  const recipientInvalid = share.recipientInvalid.value;
  useEffect(() => {
    if (recipientInvalid) recipientField.current?.querySelector("input")?.focus();
  }, [recipientInvalid]);

  return (
    <ShareForm {...props}>
      {nameLength > 0 && (
        <Field
          label={t("link_name")}
          hint={joinFacts(t("link_name_hint"), formatCharacterCount(name, nameLength))}
          value={name ?? ""}
          maxLength={nameLength}
          onInput={(value) => share.change(provider, { name: value })}
        />
      )}
      {permissions.length > 0 && (
        <SharePermissions
          options={permissions}
          granted={given}
          onChange={(value) => share.change(provider, { permissions: value })}
        />
      )}
      {messageLength > 0 && (
        <div ref={recipientField}>
          <Field
            label={t("recipient")}
            hint={t("recipient_hint", providerFacts[provider].name)}
            value={recipient ?? ""}
            kind="email"
            maxLength={320}
            invalid={recipientInvalid}
            onInput={(value) => share.change(provider, { recipient: value })}
          />
          <Field
            label={t("message")}
            hint={joinFacts(t("message_hint"), formatCharacterCount(message, messageLength))}
            value={message ?? ""}
            kind="lines"
            maxLength={messageLength}
            onInput={(value) => share.change(provider, { message: value })}
          />
        </div>
      )}
    </ShareForm>
  );
}

/** "12 of 38"; empty while there is no text. */
function formatCharacterCount(text: string | null, most: number): string {
  return text ? t("characters", String(text.length), String(most)) : "";
}
