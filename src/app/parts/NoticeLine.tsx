import { t } from "../../ui/text.ts";
import type { Outcome } from "../models/notice.ts";
import type { Surroundings } from "../surroundings.ts";

interface NoticeLineProps {
  outcome: Outcome | null;
  allow: Surroundings["allow"];
  onAllowed: () => void;
}

/** The outcome of the last action. Its room is kept free, so that it moves nothing. */
export function NoticeLine({ outcome, allow, onAllowed }: NoticeLineProps) {
  const asked = outcome?.allow ?? null;
  return (
    <div class="notice" data-tone={outcome?.tone}>
      <output>{outcome?.text}</output>
      {asked && (
        <button
          type="button"
          onClick={() => void allow(asked.provider, asked.origin).then((yes) => yes && onAllowed())}
        >
          {t("allow")}
        </button>
      )}
    </div>
  );
}
