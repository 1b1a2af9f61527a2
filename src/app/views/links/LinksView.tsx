import { t } from "../../../i18n/text.ts";
import type { Attempt } from "../../../model/attempt.ts";
import { AttemptRow } from "./AttemptRow.tsx";
import { Empty } from "../../components/EmptyState.tsx";
import { LinkRow } from "./LinkRow.tsx";
import { LossBanner } from "./StorageLossBanner.tsx";
import { More } from "../../components/LoadMore.tsx";
import { OutboxRows } from "../outbox/OutboxPanel.tsx";
import { Rows } from "../../components/RowList.tsx";
import type { ViewProps } from "../view.ts";

/** Every share link, newest first; on top those that wait or may not exist. */
export function Links({ models }: ViewProps) {
  const { accounts, around } = models;
  const late = models.late.value;
  if (late === null) return null;
  const { links, copying, outbox, loss } = late;
  const rows = links.rows.value;
  const attempts = links.attempts.value;

  async function shareAgain(attempt: Attempt): Promise<void> {
    const link = await links.shareAgain(attempt);
    if (link) await copying.link(link);
  }

  return (
    <div class="links">
      <LossBanner loss={loss} />
      {/* Closed: the rows of the links say the same. */}
      {outbox.jobs.value && <OutboxRows kinds={["revoke"]} open={false} models={models} />}
      {attempts.length > 0 && (
        <ul class="attempts" aria-label={t("attempts_label")}>
          {attempts.map((attempt) => (
            <AttemptRow
              key={attempt.key}
              attempt={attempt}
              busy={links.doing.value.has(attempt.key)}
              onShareAgain={shareAgain}
              onForget={links.forget}
            />
          ))}
        </ul>
      )}
      {rows?.length === 0 && attempts.length === 0 && (
        <Empty title={t("links_empty_title")}>
          <p>{t("links_empty_text")}</p>
        </Empty>
      )}
      {rows && rows.length > 0 && (
        <Rows
          label={t("links_label")}
          items={rows}
          keyOf={(link) => link.key}
          row={(link, tabIndex) => (
            <LinkRow
              link={link}
              account={accounts.labelOf(link.account, link.track.provider)}
              tabIndex={tabIndex}
              late={late}
              allow={around.allow}
              onRevoke={links.revoke}
            />
          )}
        />
      )}
      <More list={links} />
    </div>
  );
}
