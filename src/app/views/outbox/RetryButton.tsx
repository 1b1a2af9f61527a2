import { t } from "../../../i18n/translate.ts";
import { rememberFocus } from "../../components/restore-focus.ts";
import type { PendingAction, PendingActionsModel } from "../../models/pending-actions.ts";

interface RetryButtonProps {
  action: PendingAction;
  pendingActions: PendingActionsModel;
  tabIndex?: number;
  describedBy: string;
}

/** Retries a job, and with it the jobs that wait for the same reason. */
export function RetryButton({ action, pendingActions, tabIndex, describedBy }: RetryButtonProps) {
  const busy = pendingActions.inFlight.value.has(action.wish);

  function retry(event: MouseEvent): void {
    const restoreFocus = rememberFocus(event.currentTarget as HTMLElement);
    void pendingActions.retry(action).then(restoreFocus);
  }

  return (
    <button
      type="button"
      class="quiet"
      tabIndex={tabIndex ?? 0}
      aria-describedby={describedBy}
      aria-disabled={busy}
      onClick={retry}
    >
      {busy ? t("trying") : t("try_again")}
    </button>
  );
}
