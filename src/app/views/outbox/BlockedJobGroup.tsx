import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t } from "../../../i18n/text.ts";
import { countedText, headingOf, whyText } from "../../text/job-text.ts";
import type { BlockedGroup } from "../../../model/blocked-job.ts";
import type { Accounts } from "../../models/accounts.ts";
import type { Wishes } from "../../models/pending-actions.ts";
import type { Surroundings } from "../../platform/platform.ts";
import { AllowButton } from "../../components/AllowButton.tsx";
import { HeldRow } from "./BlockedJobRow.tsx";
import { RetryButton } from "./RetryButton.tsx";
import { Rows } from "../../components/RowList.tsx";

/** So many of a long queue are shown at first, and with each press for more. */
const FEW = 3;
const MORE = 50;

interface HeldRowsProps {
  group: BlockedGroup;
  /** Whether its heading is to be shown: there are others. */
  titled: boolean;
  wishes: Wishes;
  accounts: Pick<Accounts, "labelOf">;
  allow: Surroundings["allow"];
}

/** What waits for the same thing: why, and what can be done about it once for all of it. */
export function HeldRows({ group, titled, wishes, accounts, allow }: HeldRowsProps) {
  const id = useId();
  const shown = useSignal(FEW);
  const { reason: by, jobs: held } = group;
  const [{ job, failure }] = held;
  const tried = held.find((each) => each.job.failure !== null)?.job ?? job;
  const rest = held.length - shown.value;
  return (
    <section aria-label={headingOf(group)}>
      {titled && <h2>{countedText(headingOf(group), held.length)}</h2>}
      {by !== "stuck" && (
        <div class="why" data-row tabIndex={-1}>
          <p id={id}>{whyText(group, Date.now())}</p>
          <div class="buttons">
            {failure.kind === "no-permission" && (
              <AllowButton
                asked={{ provider: job.track.provider, origin: failure.origin }}
                allow={allow}
              />
            )}
            <RetryButton wish={tried} wishes={wishes} describedBy={id} />
          </div>
        </div>
      )}
      <Rows
        label={headingOf(group)}
        items={held.slice(0, shown.value)}
        keyOf={(each) => each.job.key}
        row={(each, tabIndex) => (
          <HeldRow
            held={each}
            account={accounts.labelOf(each.job.account, each.job.track.provider)}
            wishes={wishes}
            tabIndex={tabIndex}
            Title={titled ? "h3" : "h2"}
          />
        )}
      />
      {rest > 0 && (
        <button type="button" class="more" onClick={() => (shown.value += MORE)}>
          {countedText(t("show_more"), rest)}
        </button>
      )}
    </section>
  );
}
