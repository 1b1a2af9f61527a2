import { useId } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import type { BlockedJob } from "../../../model/blocked-job.ts";
import { providerFacts } from "../../../providers/facts.ts";
import type { PendingActionsModel } from "../../models/pending-actions.ts";
import { formatWaitingJob } from "../../text/job-text.ts";
import { joinFacts } from "../../text/link-text.ts";
import { CancelJobButton } from "./CancelJobButton.tsx";
import { RetryButton } from "./RetryButton.tsx";

interface BlockedJobRowProps {
  blocked: BlockedJob;
  /** The label of its account; empty when there is only one. */
  account: string;
  pendingActions: PendingActionsModel;
  tabIndex: number;
  /** The level of its heading: below that of its group, or of the view. */
  Title: "h2" | "h3";
}

/** One job that waits or has failed. */
export function BlockedJobRow({
  blocked,
  account,
  pendingActions,
  tabIndex,
  Title,
}: BlockedJobRowProps) {
  const id = useId();
  const { job, failure, reason } = blocked;
  const { task, track } = job;
  const button = { action: job, pendingActions, tabIndex, describedBy: id };
  return (
    <div class="inline-row">
      <div>
        <Title id={id}>{track.title ?? t("untitled")}</Title>
        <p class="secondary">
          {joinFacts(t(`to_${task.kind}`, providerFacts[track.provider].name), account)}
        </p>
      </div>
      {reason === "stuck" && (
        <p class="secondary">{formatWaitingJob(failure, task.kind, track, reason)}</p>
      )}
      <div class="buttons">
        {reason === "stuck" && <RetryButton {...button} />}
        <CancelJobButton {...button} />
      </div>
    </div>
  );
}
