import { useId } from "preact/hooks";
import { Disclosure } from "./Disclosure.tsx";

interface ConfirmProps {
  /** On the button that opens the question. */
  label: string;
  question: string;
  warning: string;
  /** On the two buttons that answer it. */
  yes: string;
  no: string;
  plain?: boolean;
  tabIndex?: number;
  describedBy?: string;
  /** What the warning needs to know. */
  before?: () => Promise<void>;
  onYes: () => Promise<unknown>;
}

/** A button whose action asks once more, in place. Escape means no. */
export function Confirm({ question, warning, yes, no, onYes, ...opener }: ConfirmProps) {
  const id = useId();
  return (
    <Disclosure {...opener}>
      {({ close, finish }) => (
        <fieldset aria-labelledby={id}>
          <p id={id}>
            <strong>{question}</strong> {warning}
          </p>
          <div class="buttons">
            <button type="button" class="danger" onClick={() => void finish(onYes)}>
              {yes}
            </button>
            <button type="button" ref={takeFocus} onClick={close}>
              {no}
            </button>
          </div>
        </fieldset>
      )}
    </Disclosure>
  );
}

/** The answer that changes nothing has the focus first. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}
