import type { Failure } from "../../../model/failure.ts";
import { providerFacts } from "../../../providers/facts.ts";
import { providerIds } from "../../../model/provider-id.ts";
import { t } from "../../../i18n/text.ts";
import type { Models } from "../../models/index.ts";
import { outcomeOf } from "../../models/failure-toast.ts";
import { namesOf, withAccounts } from "../../text/provider-names.ts";
import type { Surroundings } from "../../platform/platform.ts";
import { AccountButton } from "../accounts/AddAccountButton.tsx";
import { Empty } from "../../components/EmptyState.tsx";
import { NoticeLine } from "../../components/Toast.tsx";

/** The first thing a new person sees. */
export function NoAccount({ openOptions }: Pick<Surroundings, "openOptions">) {
  return (
    <Empty title={t("no_account_title")}>
      <p>{t("no_account_text")}</p>
      <AccountButton openOptions={openOptions} />
    </Empty>
  );
}

/** Says what a page with a track is, and where there are some. */
export function NoTrack({ place }: Pick<Surroundings, "place">) {
  return (
    <Empty title={place === "tab" ? t("tab_title") : t("nothing_title")}>
      <p>{t("nothing_text", namesOf(withAccounts))}</p>
      <p>{t("nothing_link")}</p>
    </Empty>
  );
}

interface NotSeenProps {
  failure: Failure;
  models: Pick<Models, "sight" | "around" | "accounts">;
}

/** The page could not be looked at: why, and what to do. */
export function NotSeen({ failure, models }: NotSeenProps) {
  const { sight, around, accounts } = models;
  const provider = providerIds[0];
  const origin = accounts.list.value?.[0]?.origin ?? providerFacts[provider].origins[0] ?? "";
  const asked = accounts.list.value?.[0] ?? { provider, origin };
  return (
    <div class="empty">
      <NoticeLine
        outcome={outcomeOf(failure, "open", asked)}
        allow={around.allow}
        onAllowed={() => void sight.look()}
      />
      {failure.kind !== "gone" && (
        <button type="button" onClick={() => void sight.look()}>
          {t("try_again")}
        </button>
      )}
    </div>
  );
}
