import { t } from "../../i18n/text.ts";
import type { ProviderOrigin } from "../text/failure-text.ts";
import type { Platform } from "../platform/browser-apis.ts";

interface AllowButtonProps {
  asked: ProviderOrigin;
  allow: Platform["requestPermission"];
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
