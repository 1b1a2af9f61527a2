import { t } from "../../../i18n/translate.ts";
import type { Attempt } from "../../../model/share-attempt.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { LoadMore } from "../../components/LoadMore.tsx";
import { RowList } from "../../components/RowList.tsx";
import { OutboxPanel } from "../outbox/OutboxPanel.tsx";
import type { ViewProps } from "../view-interface.ts";
import { AttemptRow } from "./AttemptRow.tsx";
import { LinkRow } from "./LinkRow.tsx";
import { StorageLossBanner } from "./StorageLossBanner.tsx";

/** The view of all share links, newest first, below the attempts that have not become links. */
export function LinksView({ models }: ViewProps) {
  const { accounts, platform } = models;
  const deferred = models.deferred.value;
  if (deferred === null) return null;
  const { links, copyLink, outbox, storageLoss } = deferred;
  const rows = links.rows.value;
  const attempts = links.attempts.value;

  async function shareAgain(attempt: Attempt): Promise<void> {
    const link = await links.shareAgain(attempt);
    if (link) await copyLink.copyAddress(link);
  }

  return (
    <div>
      <StorageLossBanner storageLoss={storageLoss} />
      {/* Closed, because the rows of the links show the same. */}
      {outbox.jobs.value && <OutboxPanel kinds={["revoke"]} open={false} models={models} />}
      {attempts.length > 0 && (
        <ul class="attempts" aria-label={t("attempts_label")}>
          {attempts.map((attempt) => (
            <AttemptRow
              key={attempt.key}
              attempt={attempt}
              busy={links.inFlight.value.has(attempt.key)}
              onShareAgain={shareAgain}
              onForget={links.forget}
            />
          ))}
        </ul>
      )}
      {rows?.length === 0 && attempts.length === 0 && (
        <EmptyState title={t("links_empty_title")}>
          <p>{t("links_empty_text")}</p>
        </EmptyState>
      )}
      {rows && rows.length > 0 && (
        <RowList
          label={t("links_label")}
          items={rows}
          getKey={(link) => link.key}
          renderRow={(link, tabIndex) => (
            <LinkRow
              link={link}
              account={accounts.getLabel(link.account, link.track.provider)}
              tabIndex={tabIndex}
              deferred={deferred}
              requestPermission={platform.requestPermission}
              onRevoke={links.revoke}
            />
          )}
        />
      )}
      <LoadMore list={links} />
    </div>
  );
}
