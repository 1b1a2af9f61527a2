import { t } from "../../../i18n/translate.ts";
import type { CurrentPage } from "../../../messages/protocol.ts";
import type { Models } from "../../models/index.ts";
import { AccountSelect } from "../accounts/AccountSelect.tsx";
import { AddAccountButton } from "../accounts/AddAccountButton.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { TrackHeader } from "./TrackHeader.tsx";

interface SharedLinkCardProps {
  page: Extract<CurrentPage, { kind: "link" }>;
  models: Pick<Models, "currentPage" | "deferred" | "loadDeferred" | "platform">;
}

/** A page that is a share link from somebody else: its track can be saved. */
export function SharedLinkCard({ page, models }: SharedLinkCardProps) {
  const account = models.currentPage.account.value;
  return (
    <div class="track-card">
      <TrackHeader track={page.track}>
        {account && <SaveButton page={page} account={account} models={models} />}
      </TrackHeader>
      <p>{account ? t("shared_with_you") : t("shared_no_account")}</p>
      {account ? (
        <AccountSelect
          accounts={page.accounts}
          account={account}
          selectedId={models.currentPage.selectedAccountId}
        />
      ) : (
        <AddAccountButton openOptionsPage={models.platform.openOptionsPage} />
      )}
    </div>
  );
}
