import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../../ui/text.ts";

interface FieldProps {
  label: string;
  hint: string;
  value: string;
  secret?: boolean;
  required?: boolean;
  onInput: (value: string) => void;
}

/** One labelled input. A secret is hidden until one asks to see it, and no browser keeps it. */
export function Field({ label, hint, value, secret, required, onInput }: FieldProps) {
  const id = useId();
  const shown = useSignal(!secret);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="with-button">
        <input
          id={id}
          type={(shown.value ? "text" : "password") as "text"} // its types know no input that changes
          value={value}
          required={required ?? false}
          autocomplete="off"
          spellcheck={false}
          aria-describedby={`${id}-hint`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
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
