import { t } from "../../ui/text.ts";
import type { Attempt } from "../../model/attempt.ts";
import { AttemptRow } from "../parts/AttemptRow.tsx";
import { Empty } from "../parts/Empty.tsx";
import { LinkRow } from "../parts/LinkRow.tsx";
import { More } from "../parts/More.tsx";
import { Rows } from "../parts/Rows.tsx";
import type { ViewProps } from "../views.ts";

/** Every share link, newest first; on top those that wait or may not exist. */
export function Links({ models }: ViewProps) {
  const { accounts, late } = models;
  if (late.value === null) return null;
  const { links, copying } = late.value;
  const rows = links.rows.value;
  const attempts = links.attempts.value;

  async function shareAgain(attempt: Attempt): Promise<void> {
    const link = await links.shareAgain(attempt);
    if (link) await copying.link(link);
  }

  return (
    <div class="links">
      {attempts.length > 0 && (
        <ul class="attempts" aria-label={t("attempts_label")}>
          {attempts.map((attempt) => (
            <AttemptRow
              key={attempt.key}
              attempt={attempt}
              busy={links.doing.value.has(attempt.key)}
              onShareAgain={(each) => void shareAgain(each)}
              onForget={(each) => void links.forget(each)}
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
              copying={copying}
              onRevoke={links.revoke}
            />
          )}
        />
      )}
      <More list={links} />
    </div>
  );
}
