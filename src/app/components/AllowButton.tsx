import { t } from "../../i18n/text.ts";
import type { Asked } from "../text/failure-text.ts";
import type { Surroundings } from "../platform/platform.ts";

interface AllowButtonProps {
  asked: Asked;
  allow: Surroundings["allow"];
  tabIndex?: number;
  onAllowed?: () => void;
}

/** Asks the browser to let Earmark talk to a service. */
export function AllowButton({ asked, allow, tabIndex, onAllowed }: AllowButtonProps) {
  return (
    <button
      type="button"
      tabIndex={tabIndex ?? 0}
      onClick={() => void allow(asked.provider, asked.origin).then((yes) => yes && onAllowed?.())}
    >
      {t("allow")}
    </button>
  );
}
