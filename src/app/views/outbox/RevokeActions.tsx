import type { Job } from "../../../model/job.ts";
import { t } from "../../../i18n/text.ts";
import type { BlockedJob } from "../../../model/blocked-job.ts";
import type { PendingActionsModel } from "../../models/pending-actions.ts";
import type { Platform } from "../../platform/browser-apis.ts";
import { AllowButton } from "../../components/AllowButton.tsx";
import { CancelJobButton } from "./CancelJobButton.tsx";
import { RetryButton } from "./RetryButton.tsx";
import { TimedButton } from "../../components/TimedButton.tsx";

interface RevokeActionsProps {
  job: Job;
  /** What it waits for; undefined while it is on its way. */
  held: BlockedJob | undefined;
  pendingActions: PendingActionsModel;
  allow: Platform["requestPermission"];
  tabIndex: number;
  describedBy: string;
}

/** What can be done with a link that is to be revoked. */
export function RevokeActions({ job, held, pendingActions, allow, ...button }: RevokeActionsProps) {
  const { failure } = held ?? {};
  const { provider } = job.track;
  return (
    <div class="buttons">
      {!held && (
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
          asked={{ provider, origin: failure.origin }}
          allow={allow}
          tabIndex={button.tabIndex}
        />
      )}
      {held && (
        <>
          <RetryButton {...button} wish={job} pendingActions={pendingActions} />
          <CancelJobButton {...button} wish={job} pendingActions={pendingActions} />
        </>
      )}
    </div>
  );
}
