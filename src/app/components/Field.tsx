import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../../i18n/translate.ts";

interface FieldProps {
  label: string;
  hint: string;
  value: string;
  /** "secret" is hidden until the person shows it; "lines" is a text of several lines. */
  kind?: "text" | "secret" | "email" | "lines";
  /** In characters. */
  maxLength?: number;
  required?: boolean;
  invalid?: boolean;
  onInput: (value: string) => void;
}

/** A labelled input with a hint. The browser neither stores nor completes it. */
export function Field({ label, hint, value, kind = "text", ...rest }: FieldProps) {
  const id = useId();
  const revealed = useSignal(false);
  const secret = kind === "secret";
  const inputProps = {
    id,
    value,
    required: rest.required ?? false,
    maxLength: rest.maxLength ?? 4096,
    autocomplete: "off",
    "aria-describedby": `${id}-hint`,
    "aria-invalid": rest.invalid ?? false,
    onInput: (event: { currentTarget: { value: string } }) =>
      rest.onInput(event.currentTarget.value),
  } as const;
  const type = secret && !revealed.value ? "password" : kind === "email" ? "email" : "text";
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="input-with-button">
        {kind === "lines" ? (
          <textarea {...inputProps} rows={3} />
        ) : (
          // Preact's types expect a literal type here.
          <input {...inputProps} type={type as "text"} spellcheck={false} />
        )}
        {secret && (
          <button
            type="button"
            aria-pressed={revealed.value}
            aria-label={t("show_key_label")}
            onClick={() => (revealed.value = !revealed.value)}
          >
            {revealed.value ? t("hide_key") : t("show_key")}
          </button>
        )}
      </div>
      <p class="secondary" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
