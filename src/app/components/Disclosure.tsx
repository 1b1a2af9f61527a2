import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { rememberFocus } from "./restore-focus.ts";

export interface DisclosureActions {
  /** Closes, and returns the focus to the button that opened it. */
  close: () => void;
  /** Closes, runs `work`, and then moves the focus to something that still exists: the button may be gone. */
  finish: (work: () => Promise<unknown>) => Promise<void>;
}

interface DisclosureProps {
  /** On the button that opens. */
  label: string;
  /** Whether the button stands among buttons with a border. */
  bordered?: boolean | undefined;
  tabIndex?: number;
  describedBy?: string | undefined;
  /** Runs before the panel opens, to load what it shows. */
  prepare?: (() => Promise<void>) | undefined;
  children: (actions: DisclosureActions) => ComponentChildren;
}

/** A button that opens a panel below its row of buttons. Escape closes it again. */
export function Disclosure({
  label,
  bordered,
  tabIndex,
  describedBy,
  prepare,
  children,
}: DisclosureProps) {
  const open = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);

  async function toggle(): Promise<void> {
    if (!open.peek()) await prepare?.();
    open.value = !open.peek();
  }

  function close(): void {
    open.value = false;
    opener.current?.focus();
  }

  async function finish(work: () => Promise<unknown>): Promise<void> {
    const restoreFocus = opener.current && rememberFocus(opener.current);
    open.value = false;
    await work();
    restoreFocus?.();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault(); // otherwise the browser closes the popup
    close();
  }

  return (
    <>
      <button
        ref={opener}
        type="button"
        class={bordered ? "" : "quiet"}
        tabIndex={tabIndex ?? 0}
        aria-describedby={describedBy}
        aria-expanded={open.value}
        onClick={() => void toggle()}
      >
        {label}
      </button>
      {open.value && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- key events bubble up from the panel
        <div class="disclosure" ref={scrollToPanel} onKeyDown={onKeyDown}>
          {children({ close, finish })}
        </div>
      )}
    </>
  );
}

/** A panel that opens at the lower edge of the window would not be visible. */
function scrollToPanel(panel: HTMLElement | null): void {
  panel?.scrollIntoView({ block: "nearest" });
}
