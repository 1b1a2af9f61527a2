import { useRef } from "preact/hooks";
import { t } from "../../../i18n/text.ts";
import { countedText, headingOf, type Kind } from "../../text/job-text.ts";
import { groupBlockedJobs } from "../../../model/blocked-job.ts";
import type { Models } from "../../models/index.ts";
import { HeldRows } from "./BlockedJobGroup.tsx";

interface OutboxRowsProps {
  /** What it is about in this view. */
  kinds: readonly Kind[];
  /** Whether it is open when there is something from the start; later it never opens by itself. */
  open: boolean;
  models: Pick<Models, "late" | "accounts" | "around">;
}

/** What is still to be done at the services. Closed, it takes no room that was not there before. */
export function OutboxRows({ kinds, open: wanted, models }: OutboxRowsProps) {
  const late = models.late.value;
  const all = late?.outbox.held.value ?? [];
  const held = all.filter(({ job }) => kinds.includes(job.task.kind));
  const open = useRef(wanted && held.length > 0);
  const groups = groupBlockedJobs(held);
  const [first] = groups;
  if (!late || !first) {
    open.current = false;
    return null;
  }
  const heading = groups.length === 1 ? headingOf(first) : t("held");
  return (
    <details class="outbox" open={open.current}>
      <summary>{countedText(heading, held.length)}</summary>
      {groups.map((group) => (
        <HeldRows
          key={group.key}
          group={group}
          titled={groups.length > 1}
          wishes={late.wishes}
          accounts={models.accounts}
          allow={models.around.allow}
        />
      ))}
    </details>
  );
}
