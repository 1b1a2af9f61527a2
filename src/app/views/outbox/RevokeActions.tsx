import type { Job } from "../../../model/job.ts";
import { t } from "../../../i18n/text.ts";
import type { BlockedJob } from "../../../model/blocked-job.ts";
import type { Wishes } from "../../models/pending-actions.ts";
import type { Surroundings } from "../../platform/platform.ts";
import { AllowButton } from "../../components/AllowButton.tsx";
import { GiveUp } from "./CancelJobButton.tsx";
import { RetryButton } from "./RetryButton.tsx";
import { UndoButton } from "../../components/TimedButton.tsx";

interface RevokingProps {
  job: Job;
  /** What it waits for; undefined while it is on its way. */
  held: BlockedJob | undefined;
  wishes: Wishes;
  allow: Surroundings["allow"];
  tabIndex: number;
  describedBy: string;
}

/** What can be done with a link that is to be revoked. */
export function Revoking({ job, held, wishes, allow, ...button }: RevokingProps) {
  const { failure } = held ?? {};
  const { provider } = job.track;
  return (
    <div class="buttons">
      {!held && (
        <UndoButton
          key={job.wish}
          {...button}
          quiet
          label={t("undo")}
          until={job.dueAt}
          onPress={() => wishes.undo(job)}
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
          <RetryButton {...button} wish={job} wishes={wishes} />
          <GiveUp {...button} wish={job} wishes={wishes} />
        </>
      )}
    </div>
  );
}
