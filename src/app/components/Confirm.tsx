import { useId } from "preact/hooks";
import { Disclosure } from "./Disclosure.tsx";

export interface ConfirmProps {
  /** On the button that opens the question. */
  label: string;
  question: string;
  warning: string;
  confirmLabel: string;
  cancelLabel: string;
  /** Whether the first button stands among buttons with a border. */
  bordered?: boolean;
  tabIndex?: number;
  describedBy?: string;
  /** Loads what the warning needs. */
  prepare?: () => Promise<void>;
  onConfirm: () => Promise<unknown>;
}

/** A button that asks for confirmation below its row before it acts. Escape cancels. */
export function Confirm({
  question,
  warning,
  confirmLabel,
  cancelLabel,
  onConfirm,
  ...opener
}: ConfirmProps) {
  const id = useId();
  return (
    <Disclosure {...opener}>
      {({ close, finish }) => (
        <fieldset aria-labelledby={id}>
          <p id={id}>
            <strong>{question}</strong> {warning}
          </p>
          <div class="buttons">
            <button type="button" class="danger" onClick={() => void finish(onConfirm)}>
              {confirmLabel}
            </button>
            <button type="button" ref={focusButton} onClick={close}>
              {cancelLabel}
            </button>
          </div>
        </fieldset>
      )}
    </Disclosure>
  );
}

/** The focus starts on the button that changes nothing. */
function focusButton(button: HTMLButtonElement | null): void {
  button?.focus();
}
