import { useRef } from "preact/hooks";
import { t } from "../../../i18n/translate.ts";
import { groupBlockedJobs } from "../../../model/blocked-job.ts";
import type { Models } from "../../models/index.ts";
import { formatHeadingWithCount, formatGroupHeading } from "../../text/job-text.ts";
import type { JobKind } from "../../text/job-text.ts";
import { BlockedJobGroup } from "./BlockedJobGroup.tsx";

interface OutboxPanelProps {
  /** The kinds of jobs that this view shows. */
  kinds: readonly JobKind[];
  /** Whether it starts open when there are blocked jobs at first. Later it never opens by itself. */
  open: boolean;
  models: Pick<Models, "deferred" | "accounts" | "platform">;
}

/** The blocked jobs of the outbox. Closed, it takes no extra space, so that nothing moves when it appears. */
export function OutboxPanel({ kinds, open: wanted, models }: OutboxPanelProps) {
  const deferred = models.deferred.value;
  const all = deferred?.outbox.blockedJobs.value ?? [];
  const blocked = all.filter(({ job }) => kinds.includes(job.task.kind));
  const open = useRef(wanted && blocked.length > 0);
  const groups = groupBlockedJobs(blocked);
  const [first] = groups;
  if (!deferred || !first) {
    open.current = false;
    return null;
  }
  const heading = groups.length === 1 ? formatGroupHeading(first) : t("held");
  return (
    <details class="outbox" open={open.current}>
      <summary>{formatHeadingWithCount(heading, blocked.length)}</summary>
      {groups.map((group) => (
        <BlockedJobGroup
          key={group.key}
          group={group}
          titled={groups.length > 1}
          pendingActions={deferred.pendingActions}
          accounts={models.accounts}
          requestPermission={models.platform.requestPermission}
        />
      ))}
    </details>
  );
}
