import { t } from "../../../i18n/translate.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { Confirm } from "../../components/Confirm.tsx";
import { rememberFocus } from "../../components/restore-focus.ts";
import type { PendingAction, PendingActionsModel } from "../../models/pending-actions.ts";

interface CancelJobButtonProps {
  action: PendingAction;
  pendingActions: PendingActionsModel;
  tabIndex: number;
  describedBy: string;
}

/** Cancels a job: a track or link that was to be removed stays; a track that was to be saved is discarded. */
export function CancelJobButton({
  action,
  pendingActions,
  tabIndex,
  describedBy,
}: CancelJobButtonProps) {
  const { task, track } = action;
  if (task.kind === "save") {
    return (
      <Confirm
        label={t("discard")}
        question={t("discard_ask", track.title ?? t("untitled"))}
        warning={t("discard_warning", providerFacts[track.provider].name)}
        confirmLabel={t("discard")}
        cancelLabel={t("go_on_waiting")}
        tabIndex={tabIndex}
        describedBy={describedBy}
        onConfirm={() => pendingActions.cancel(action)}
      />
    );
  }

  function cancel(event: MouseEvent): void {
    const restoreFocus = rememberFocus(event.currentTarget as HTMLElement);
    void pendingActions.cancel(action).then(restoreFocus);
  }

  return (
    <button
      type="button"
      class="quiet"
      tabIndex={tabIndex}
      aria-describedby={describedBy}
      onClick={cancel}
    >
      {task.kind === "revoke" ? t("keep_this_link") : t("keep_track")}
    </button>
  );
}
