import type { ToastContent } from "../models/toast-content.ts";
import type { Platform } from "../platform/browser-apis.ts";
import { AllowButton } from "./AllowButton.tsx";
import { TimedButton } from "./TimedButton.tsx";

interface ToastActionsProps {
  outcome: ToastContent;
  allow: Platform["requestPermission"];
  onAllowed: () => void;
}

/** What can be done about an outcome. */
export function ToastActions({ outcome, allow, onAllowed }: ToastActionsProps) {
  const { permission: asked, action: way } = outcome;
  return (
    <>
      {asked && <AllowButton asked={asked} allow={allow} onAllowed={onAllowed} />}
      {way && <TimedButton key={way.until} label={way.label} until={way.until} onPress={way.run} />}
    </>
  );
}
