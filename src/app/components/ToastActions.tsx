import type { Platform } from "../platform/browser-apis.ts";
import { AllowButton } from "./AllowButton.tsx";
import { TimedButton } from "./TimedButton.tsx";
import type { ToastContent } from "./toast-content.ts";

interface ToastActionsProps {
  content: ToastContent;
  requestPermission: Platform["requestPermission"];
  onAllowed: () => void;
}

/** The buttons of a toast: Allow, and an action such as Undo. */
export function ToastActions({ content, requestPermission, onAllowed }: ToastActionsProps) {
  const { permission, action } = content;
  return (
    <>
      {permission && (
        <AllowButton
          target={permission}
          requestPermission={requestPermission}
          onAllowed={onAllowed}
        />
      )}
      {action && (
        <TimedButton
          key={action.until}
          label={action.label}
          until={action.until}
          onPress={action.run}
        />
      )}
    </>
  );
}
