import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

interface TimedButtonProps {
  label: string;
  /** When the button disappears; milliseconds since 1970. */
  until: number;
  /** Whether it has no border. */
  quiet?: boolean;
  tabIndex?: number;
  describedBy?: string | undefined;
  onPress: () => unknown;
}

/** A button that disappears at a given time. */
export function TimedButton({ until, ...button }: TimedButtonProps) {
  const expired = useSignal(until <= Date.now());

  useEffect(() => {
    const end = (): void => void (expired.value = true);
    const timer = setTimeout(end, Math.max(until - Date.now(), 0));
    return () => clearTimeout(timer);
  }, [until]);

  return expired.value ? null : <FocusKeepingButton {...button} />;
}

/** When it disappears while it has the focus, its row or the toast gets the focus. */
function FocusKeepingButton({
  label,
  quiet,
  tabIndex,
  describedBy,
  onPress,
}: Omit<TimedButtonProps, "until">) {
  const button = useRef<HTMLButtonElement>(null);

  // The cleanup of a layout effect runs while the button is still in the document.
  useLayoutEffect(() => {
    const { current } = button;
    return () => {
      if (!current || document.activeElement !== current) return;
      current.closest<HTMLElement>("[data-row], .toast")?.focus();
    };
  }, []);

  return (
    <button
      ref={button}
      type="button"
      class={quiet ? "quiet" : ""}
      tabIndex={tabIndex ?? 0}
      aria-describedby={describedBy}
      onClick={() => void onPress()}
    >
      {label}
    </button>
  );
}
