import { t } from "../../../i18n/text.ts";
import type { Wish, Wishes } from "../../models/pending-actions.ts";
import { focusPlace } from "../../components/restore-focus.ts";

interface RetryButtonProps {
  wish: Wish;
  wishes: Wishes;
  tabIndex?: number;
  describedBy: string;
}

/** One more try of a wish, and with it of what waits for the same. */
export function RetryButton({ wish, wishes, tabIndex, describedBy }: RetryButtonProps) {
  const busy = wishes.doing.value.has(wish.wish);

  function retry(event: MouseEvent): void {
    const giveBack = focusPlace(event.currentTarget as HTMLElement);
    void wishes.retry(wish).then(giveBack);
  }

  return (
    <button
      type="button"
      class="quiet"
      tabIndex={tabIndex ?? 0}
      aria-describedby={describedBy}
      aria-disabled={busy}
      onClick={retry}
    >
      {busy ? t("trying") : t("try_again")}
    </button>
  );
}
