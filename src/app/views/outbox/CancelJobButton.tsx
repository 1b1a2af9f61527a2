import { providerFacts } from "../../../providers/facts.ts";
import { t } from "../../../i18n/text.ts";
import type { Wish, Wishes } from "../../models/pending-actions.ts";
import { Confirm } from "../../components/Confirm.tsx";
import { focusPlace } from "../../components/restore-focus.ts";

interface GiveUpProps {
  wish: Wish;
  wishes: Wishes;
  tabIndex: number;
  describedBy: string;
}

/** Ends a wish: a track or a link that was to go stays, one that was to be saved is not. */
export function GiveUp({ wish, wishes, tabIndex, describedBy }: GiveUpProps) {
  const { task, track } = wish;
  if (task.kind === "save") {
    return (
      <Confirm
        label={t("discard")}
        question={t("discard_ask", track.title ?? t("untitled"))}
        warning={t("discard_warning", providerFacts[track.provider].name)}
        yes={t("discard")}
        no={t("go_on_waiting")}
        tabIndex={tabIndex}
        describedBy={describedBy}
        onYes={() => wishes.giveUp(wish)}
      />
    );
  }

  function keep(event: MouseEvent): void {
    const giveBack = focusPlace(event.currentTarget as HTMLElement);
    void wishes.giveUp(wish).then(giveBack);
  }

  return (
    <button
      type="button"
      class="quiet"
      tabIndex={tabIndex}
      aria-describedby={describedBy}
      onClick={keep}
    >
      {task.kind === "revoke" ? t("keep_this_link") : t("keep_track")}
    </button>
  );
}
