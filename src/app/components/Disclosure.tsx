import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { rememberFocus } from "./restore-focus.ts";

export interface Opened {
  /** Closes and gives the focus back to the button that opened. */
  close: () => void;
  /** Closes, does `work`, and finds the focus a place, as the button may then be gone. */
  finish: (work: () => Promise<unknown>) => Promise<void>;
}

interface DisclosureProps {
  /** On the button that opens. */
  label: string;
  /** Among buttons with an edge. */
  plain?: boolean | undefined;
  tabIndex?: number;
  describedBy?: string | undefined;
  /** What must be known before there is something to show. */
  before?: (() => Promise<void>) | undefined;
  children: (opened: Opened) => ComponentChildren;
}

/** A button that opens something below its row of buttons. Escape closes it again. */
export function Disclosure({
  label,
  plain,
  tabIndex,
  describedBy,
  before,
  children,
}: DisclosureProps) {
  const open = useSignal(false);
  const opener = useRef<HTMLButtonElement>(null);

  async function toggle(): Promise<void> {
    if (!open.peek()) await before?.();
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
    event.preventDefault(); // else the browser closes the popup
    close();
  }

  return (
    <>
      <button
        ref={opener}
        type="button"
        class={plain ? "" : "quiet"}
        tabIndex={tabIndex ?? 0}
        aria-describedby={describedBy}
        aria-expanded={open.value}
        onClick={() => void toggle()}
      >
        {label}
      </button>
      {open.value && (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys come up from within
        <div class="in-place" ref={intoView} onKeyDown={onKeyDown}>
          {children({ close, finish })}
        </div>
      )}
    </>
  );
}

/** Opened at the lower edge, it would be out of sight. */
function intoView(panel: HTMLElement | null): void {
  panel?.scrollIntoView({ block: "nearest" });
}
