import { t } from "../../../i18n/translate.ts";
import type { BlockedJob } from "../../../model/blocked-job.ts";
import type { Job } from "../../../model/outbox-job.ts";
import { AllowButton } from "../../components/AllowButton.tsx";
import { TimedButton } from "../../components/TimedButton.tsx";
import type { PendingActionsModel } from "../../models/pending-actions.ts";
import type { Platform } from "../../platform/browser-apis.ts";
import { CancelJobButton } from "./CancelJobButton.tsx";
import { RetryButton } from "./RetryButton.tsx";

interface RevokeActionsProps {
  job: Job;
  /** Why it waits; undefined while it is on its way. */
  blocked: BlockedJob | undefined;
  pendingActions: PendingActionsModel;
  requestPermission: Platform["requestPermission"];
  tabIndex: number;
  describedBy: string;
}

/** The buttons of a link that is being revoked: Undo, or Allow, Try again and Keep link. */
export function RevokeActions({
  job,
  blocked,
  pendingActions,
  requestPermission,
  ...button
}: RevokeActionsProps) {
  const { failure } = blocked ?? {};
  const { provider } = job.track;
  return (
    <div class="buttons">
      {!blocked && (
        <TimedButton
          key={job.wish}
          {...button}
          quiet
          label={t("undo")}
          until={job.dueAt}
          onPress={() => pendingActions.undo(job)}
        />
      )}
      {failure?.kind === "no-permission" && (
        <AllowButton
          target={{ provider, origin: failure.origin }}
          requestPermission={requestPermission}
          tabIndex={button.tabIndex}
        />
      )}
      {blocked && (
        <>
          <RetryButton {...button} action={job} pendingActions={pendingActions} />
          <CancelJobButton {...button} action={job} pendingActions={pendingActions} />
        </>
      )}
    </div>
  );
}
