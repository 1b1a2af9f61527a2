import { t } from "../../../i18n/translate.ts";
import type { Failure } from "../../../model/failure.ts";
import { providerIds } from "../../../model/provider-id.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { Toast } from "../../components/Toast.tsx";
import { createFailureToast } from "../../models/failure-toast.ts";
import type { Models } from "../../models/index.ts";
import type { Platform } from "../../platform/browser-apis.ts";
import { formatProviderNames, providersWithAccounts } from "../../text/provider-names.ts";
import { AddAccountButton } from "../accounts/AddAccountButton.tsx";

/** Shown when there is no account yet. */
export function NoAccount({ openOptionsPage }: Pick<Platform, "openOptionsPage">) {
  return (
    <EmptyState title={t("no_account_title")}>
      <p>{t("no_account_text")}</p>
      <AddAccountButton openOptionsPage={openOptionsPage} />
    </EmptyState>
  );
}

/** Shown when the page has no track: explains which pages do. */
export function NoTrack({ place }: Pick<Platform, "place">) {
  return (
    <EmptyState title={place === "tab" ? t("tab_title") : t("nothing_title")}>
      <p>{t("nothing_text", formatProviderNames(providersWithAccounts))}</p>
      <p>{t("nothing_link")}</p>
    </EmptyState>
  );
}

interface PageUnavailableProps {
  failure: Failure;
  models: Pick<Models, "currentPage" | "platform" | "accounts">;
}

/** Shown when the page could not be read: why, and what to do about it. */
export function PageUnavailable({ failure, models }: PageUnavailableProps) {
  const { currentPage, platform, accounts } = models;
  const provider = providerIds[0];
  const origin = accounts.list.value?.[0]?.origin ?? providerFacts[provider].origins[0] ?? "";
  const target = accounts.list.value?.[0] ?? { provider, origin };
  return (
    <div class="empty">
      <Toast
        content={createFailureToast(failure, "open", target)}
        requestPermission={platform.requestPermission}
        onAllowed={() => void currentPage.load()}
      />
      {failure.kind !== "gone" && (
        <button type="button" onClick={() => void currentPage.load()}>
          {t("try_again")}
        </button>
      )}
    </div>
  );
}
