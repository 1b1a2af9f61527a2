import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { t } from "../../i18n/text.ts";
import { Field } from "./Field.tsx";

interface InlineEditProps {
  label: string;
  hint: string;
  /** What the field holds at first. */
  first: string;
  kind?: "text" | "secret";
  longest: number;
  busy: boolean;
  yes: string;
  /** Resolves to whether it worked; what was typed stays until then. */
  onYes: (typed: string) => Promise<boolean>;
  onClose: () => void;
}

/** One field with the button that puts what was typed in the place of what was. */
export function InlineEdit({ first, busy, yes, onYes, onClose, ...field }: InlineEditProps) {
  const typed = useSignal(first);
  const form = useRef<HTMLFormElement>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || typed.peek().trim() === "") return;
    if (await onYes(typed.peek().trim())) onClose();
    else form.current?.querySelector("input")?.focus();
  }

  return (
    <form ref={form} onSubmit={(event) => void submit(event)}>
      <div ref={focusInput}>
        <Field
          {...field}
          required
          value={typed.value}
          onInput={(value) => {
            typed.value = value;
          }}
        />
      </div>
      <div class="buttons">
        <button type="submit" class="primary" aria-disabled={busy}>
          {yes}
        </button>
        <button type="button" onClick={onClose}>
          {t("cancel")}
        </button>
      </div>
    </form>
  );
}

/** What was there is selected: typing replaces it. */
function focusInput(place: HTMLElement | null): void {
  place?.querySelector("input")?.select();
  place?.querySelector("input")?.focus();
}
