import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "../../i18n/translate.ts";
import { Field } from "./Field.tsx";

interface InlineEditProps {
  label: string;
  hint: string;
  initialValue: string;
  kind?: "text" | "secret";
  maxLength: number;
  busy: boolean;
  submitLabel: string;
  /** Resolves to whether it worked; if not, the text stays. */
  onSubmit: (text: string) => Promise<boolean>;
  onClose: () => void;
}

/** A form with one field, which replaces a value in place. */
export function InlineEdit({
  initialValue,
  busy,
  submitLabel,
  onSubmit,
  onClose,
  ...field
}: InlineEditProps) {
  const text = useSignal(initialValue);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || text.peek().trim() === "") return;
    if (await onSubmit(text.peek().trim())) onClose();
    else form.current?.querySelector("input")?.focus();
  }

  return (
    <form ref={form} onSubmit={(event) => void submit(event)}>
      <div ref={focusInput}>
        <Field
          {...field}
          required
          value={text.value}
          onInput={(value) => {
            text.value = value;
          }}
        />
      </div>
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={busy}>
          {submitLabel}
        </button>
        <button type="button" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}

/** Selects the old value, so that typing replaces it. */
function focusInput(container: HTMLElement | null): void {
  container?.querySelector("input")?.select();
  container?.querySelector("input")?.focus();
}
