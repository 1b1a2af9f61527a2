import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

interface TimedButtonProps {
  label: string;
  /** The button is there until then; milliseconds since 1970. */
  until: number;
  /** In a row of quiet buttons. */
  quiet?: boolean;
  tabIndex?: number;
  describedBy?: string | undefined;
  onPress: () => unknown;
}

/** A button that goes by itself. */
export function TimedButton({ until, ...button }: TimedButtonProps) {
  const over = useSignal(until <= Date.now());

  useEffect(() => {
    const end = (): void => void (over.value = true);
    const timer = setTimeout(end, Math.max(until - Date.now(), 0));
    return () => clearTimeout(timer);
  }, [until]);

  return over.value ? null : <Passing {...button} />;
}

/** When it goes while it has the focus, its row or the notice gets that. */
function Passing({
  label,
  quiet,
  tabIndex,
  describedBy,
  onPress,
}: Omit<TimedButtonProps, "until">) {
  const button = useRef<HTMLButtonElement>(null);

  // A layout effect ends while the button is still there.
  useLayoutEffect(() => {
    const { current } = button;
    return () => {
      if (!current || document.activeElement !== current) return;
      current.closest<HTMLElement>("[data-row], .notice")?.focus();
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
