import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { focusPlace } from "./focus-place.ts";

interface ConfirmProps {
  /** On the button that opens the question. */
  label: string;
  question: string;
  warning: string;
  /** On the two buttons that answer it. */
  yes: string;
  no: string;
  tabIndex?: number;
  describedBy?: string;
  onYes: () => Promise<unknown>;
}

/** A button whose action asks once more, in place. Escape means no and gives the focus back. */
export function Confirm(props: ConfirmProps) {
  const asking = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();

  function close(): void {
    asking.value = false;
    opener.current?.focus();
  }

  async function confirm(): Promise<void> {
    const giveBack = opener.current && focusPlace(opener.current);
    asking.value = false;
    await props.onYes();
    giveBack?.();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault(); // else the browser closes the popup
    close();
  }

  return (
    <>
      <button
        ref={opener}
        type="button"
        class="quiet"
        tabIndex={props.tabIndex ?? 0}
        aria-describedby={props.describedBy}
        aria-expanded={asking.value}
        onClick={() => (asking.value = !asking.value)}
      >
        {props.label}
      </button>
      {asking.value && (
        <fieldset class="confirm" aria-labelledby={id}>
          <p id={id}>
            <strong>{props.question}</strong> {props.warning}
          </p>
          <div class="buttons">
            <button
              type="button"
              class="danger"
              onKeyDown={onKeyDown}
              onClick={() => void confirm()}
            >
              {props.yes}
            </button>
            <button type="button" ref={takeFocus} onKeyDown={onKeyDown} onClick={close}>
              {props.no}
            </button>
          </div>
        </fieldset>
      )}
    </>
  );
}

/** The answer that changes nothing has the focus first. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
  button?.closest(".confirm")?.scrollIntoView({ block: "nearest" });
}
