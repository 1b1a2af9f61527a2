import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import type { BlockedGroup } from "../../../model/blocked-job.ts";
import { AllowButton } from "../../components/AllowButton.tsx";
import { RowList } from "../../components/RowList.tsx";
import type { AccountsModel } from "../../models/accounts.ts";
import type { PendingActionsModel } from "../../models/pending-actions.ts";
import type { Platform } from "../../platform/browser-apis.ts";
import {
  formatHeadingWithCount,
  formatGroupHeading,
  formatGroupReason,
} from "../../text/job-text.ts";
import { BlockedJobRow } from "./BlockedJobRow.tsx";
import { RetryButton } from "./RetryButton.tsx";

/** How many jobs of a group are shown at first, and how many more with each press. */
const FEW_ROWS = 3;
const MORE_ROWS = 50;

interface BlockedJobGroupProps {
  group: BlockedGroup;
  /** Whether to show a heading, because there are other groups. */
  titled: boolean;
  pendingActions: PendingActionsModel;
  accounts: Pick<AccountsModel, "getLabel">;
  requestPermission: Platform["requestPermission"];
}

/** The jobs that wait for the same reason: the reason, and buttons that act on all of them. */
export function BlockedJobGroup({
  group,
  titled,
  pendingActions,
  accounts,
  requestPermission,
}: BlockedJobGroupProps) {
  const id = useId();
  const shown = useSignal(FEW_ROWS);
  const { reason, jobs: blocked } = group;
  const [{ job, failure }] = blocked;
  const tried = blocked.find((each) => each.job.failure !== null)?.job ?? job;
  const rest = blocked.length - shown.value;
  return (
    <section aria-label={formatGroupHeading(group)}>
      {titled && <h2>{formatHeadingWithCount(formatGroupHeading(group), blocked.length)}</h2>}
      {reason !== "stuck" && (
        <div class="group-reason" data-row tabIndex={-1}>
          <p id={id}>{formatGroupReason(group, Date.now())}</p>
          <div class="buttons">
            {failure.kind === "no-permission" && (
              <AllowButton
                target={{ provider: job.track.provider, origin: failure.origin }}
                requestPermission={requestPermission}
              />
            )}
            <RetryButton action={tried} pendingActions={pendingActions} describedBy={id} />
          </div>
        </div>
      )}
      <RowList
        label={formatGroupHeading(group)}
        items={blocked.slice(0, shown.value)}
        getKey={(each) => each.job.key}
        renderRow={(each, tabIndex) => (
          <BlockedJobRow
            blocked={each}
            account={accounts.getLabel(each.job.account, each.job.track.provider)}
            pendingActions={pendingActions}
            tabIndex={tabIndex}
            Title={titled ? "h3" : "h2"}
          />
        )}
      />
      {rest > 0 && (
        <button type="button" class="load-more" onClick={() => (shown.value += MORE_ROWS)}>
          {formatHeadingWithCount(t("show_more"), rest)}
        </button>
      )}
    </section>
  );
}
