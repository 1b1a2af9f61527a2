import { t } from "../../../i18n/text.ts";
import type { Surroundings } from "../../platform/platform.ts";

/** Opens the full tab, as the prompt of the browser would close a popup. */
export function AccountButton({ openOptions }: Pick<Surroundings, "openOptions">) {
  return (
    <button type="button" class="primary" onClick={() => void openOptions()}>
      {t("add_an_account")}
    </button>
  );
}
