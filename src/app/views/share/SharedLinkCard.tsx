import type { CurrentPage } from "../../../messages/protocol.ts";
import { t } from "../../../i18n/text.ts";
import type { Models } from "../../models/index.ts";
import { AccountButton } from "../accounts/AddAccountButton.tsx";
import { AccountChoice } from "../accounts/AccountSelect.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { TrackHead } from "./TrackHeader.tsx";

interface LinkInSightProps {
  sight: Extract<CurrentPage, { kind: "link" }>;
  models: Pick<Models, "sight" | "late" | "later" | "around">;
}

/** A share link that somebody gave the person: save its track. */
export function LinkInSight({ sight, models }: LinkInSightProps) {
  const account = models.sight.account.value;
  return (
    <div class="stack">
      <TrackHead track={sight.track}>
        {account && <SaveButton sight={sight} account={account} models={models} />}
      </TrackHead>
      <p>{account ? t("shared_with_you") : t("shared_no_account")}</p>
      {account ? (
        <AccountChoice accounts={sight.accounts} account={account} chosen={models.sight.chosen} />
      ) : (
        <AccountButton openOptions={models.around.openOptions} />
      )}
    </div>
  );
}
