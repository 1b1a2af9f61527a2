import type { Errand } from "../../../model/job.ts";
import { t } from "../../../i18n/text.ts";
import type { Held } from "../../../model/blocked-job.ts";
import type { Wishes } from "../../models/pending-actions.ts";
import type { Surroundings } from "../../platform/platform.ts";
import { AllowButton } from "../../components/AllowButton.tsx";
import { GiveUp } from "./CancelJobButton.tsx";
import { RetryButton } from "./RetryButton.tsx";
import { UndoButton } from "../../components/TimedButton.tsx";

interface RevokingProps {
  errand: Errand;
  /** What it waits for; undefined while it is on its way. */
  held: Held | undefined;
  wishes: Wishes;
  allow: Surroundings["allow"];
  tabIndex: number;
  describedBy: string;
}

/** What can be done with a link that is to be revoked. */
export function Revoking({ errand, held, wishes, allow, ...button }: RevokingProps) {
  const { failure } = held ?? {};
  const { provider } = errand.track;
  return (
    <div class="buttons">
      {!held && (
        <UndoButton
          key={errand.wish}
          {...button}
          quiet
          label={t("undo")}
          until={errand.dueAt}
          onPress={() => wishes.undo(errand)}
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
          <RetryButton {...button} wish={errand} wishes={wishes} />
          <GiveUp {...button} wish={errand} wishes={wishes} />
        </>
      )}
    </div>
  );
}
