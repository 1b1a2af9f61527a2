import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

interface UndoButtonProps {
  label: string;
  /** The button is there until then; milliseconds since 1970. */
  until: number;
  tabIndex?: number;
  describedBy?: string | undefined;
  onPress: () => unknown;
}

/** A button that goes by itself. When it has the focus, its row or the notice gets it. */
export function UndoButton({ label, until, tabIndex, describedBy, onPress }: UndoButtonProps) {
  const over = useSignal(until <= Date.now());
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    const giveFocus = (): void => {
      if (!button.current || document.activeElement !== button.current) return;
      button.current.closest<HTMLElement>("[data-row], .notice")?.focus();
    };
    const timer = setTimeout(
      () => {
        giveFocus();
        over.value = true;
      },
      Math.max(until - Date.now(), 0),
    );
    return () => {
      clearTimeout(timer);
      giveFocus();
    };
  }, [until]);

  if (over.value) return null;
  return (
    <button
      ref={button}
      type="button"
      tabIndex={tabIndex ?? 0}
      aria-describedby={describedBy}
      onClick={() => void onPress()}
    >
      {label}
    </button>
  );
}
