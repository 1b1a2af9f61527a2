import { t } from "../../../i18n/translate.ts";
import type { Platform } from "../../platform/browser-apis.ts";

/** Opens the full tab to add an account: the browser's permission prompt would close the popup. */
export function AddAccountButton({ openOptionsPage }: Pick<Platform, "openOptionsPage">) {
  return (
    <button type="button" class="primary" onClick={() => void openOptionsPage()}>
      {t("add_an_account")}
    </button>
  );
}
