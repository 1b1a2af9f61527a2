import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../../i18n/text.ts";

interface FieldProps {
  label: string;
  hint: string;
  value: string;
  /** A secret is hidden until one asks to see it; "lines" is a longer text. */
  kind?: "text" | "secret" | "email" | "lines";
  /** In characters. */
  longest?: number;
  required?: boolean;
  invalid?: boolean;
  onInput: (value: string) => void;
}

/** One labelled input, which no browser keeps. */
export function Field({ label, hint, value, kind = "text", ...rest }: FieldProps) {
  const id = useId();
  const shown = useSignal(false);
  const secret = kind === "secret";
  const same = {
    id,
    value,
    required: rest.required ?? false,
    maxLength: rest.longest ?? 4096,
    autocomplete: "off",
    "aria-describedby": `${id}-hint`,
    "aria-invalid": rest.invalid ?? false,
    onInput: (event: { currentTarget: { value: string } }) =>
      rest.onInput(event.currentTarget.value),
  } as const;
  const type = secret && !shown.value ? "password" : kind === "email" ? "email" : "text";
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="with-button">
        {kind === "lines" ? (
          <textarea {...same} rows={3} />
        ) : (
          // Its types know no input that changes.
          <input {...same} type={type as "text"} spellcheck={false} />
        )}
        {secret && (
          <button
            type="button"
            aria-pressed={shown.value}
            aria-label={t("show_key_label")}
            onClick={() => (shown.value = !shown.value)}
          >
            {shown.value ? t("hide_key") : t("show_key")}
          </button>
        )}
      </div>
      <p class="sub" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
