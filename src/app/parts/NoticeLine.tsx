import { t } from "../../ui/text.ts";
import type { Outcome } from "../models/notice.ts";
import type { Surroundings } from "../surroundings.ts";
import { later } from "./later.tsx";

const NoticeButtons = later(async () => (await import("./NoticeButtons.tsx")).NoticeButtons);

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
