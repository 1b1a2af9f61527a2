import { t } from "../../i18n/text.ts";
import type { Outcome } from "../models/toast-content.ts";
import type { Surroundings } from "../platform/platform.ts";
import { later } from "./lazy.tsx";

const NoticeButtons = later(async () => (await import("./ToastActions.tsx")).NoticeButtons);

interface NoticeLineProps {
  outcome: Outcome | null;
  allow: Surroundings["allow"];
  onAllowed: () => void;
}

/** The outcome of the last action. Its room is kept free, so that it moves nothing. */
export function NoticeLine({ outcome, ...allowing }: NoticeLineProps) {
  return (
    <div class="notice" data-tone={outcome?.tone} tabIndex={-1}>
      <output>
        {outcome?.text}
        {outcome?.way && <span class="unseen"> {t("undo_hint")}</span>}
      </output>
      {outcome && <NoticeButtons outcome={outcome} {...allowing} />}
    </div>
  );
}
