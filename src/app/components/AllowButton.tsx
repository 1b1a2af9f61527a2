import { t } from "../../i18n/translate.ts";
import type { Platform } from "../platform/browser-apis.ts";
import type { ProviderOrigin } from "../text/failure-text.ts";

interface AllowButtonProps {
  target: ProviderOrigin;
  requestPermission: Platform["requestPermission"];
  tabIndex?: number;
  onAllowed?: () => void;
}

/** Asks the browser for access to a provider's host. */
export function AllowButton({ target, requestPermission, tabIndex, onAllowed }: AllowButtonProps) {
  return (
    <button
      type="button"
      tabIndex={tabIndex ?? 0}
      onClick={() =>
        void requestPermission(target.provider, target.origin).then(
          (granted) => granted && onAllowed?.(),
        )
      }
    >
      {t("allow")}
    </button>
  );
}
