import { useId } from "preact/hooks";
import type { RemoteShare } from "../../../model/share.ts";
import { t } from "../../../i18n/text.ts";
import { formatAgo } from "../../../i18n/dates.ts";
import { stillText } from "../../text/job-text.ts";
import { revokeJobKey } from "../../../model/blocked-job.ts";
import type { LateModels } from "../../models/deferred.ts";
import { countText, facts, stateText } from "../../text/link-text.ts";
import { permissionNames } from "../../text/permission-names.ts";
import type { ListedLink } from "../../models/remote-links.ts";
import type { Surroundings } from "../../platform/platform.ts";
import { Confirm } from "../../components/Confirm.tsx";
import { Revoking } from "../outbox/RevokeActions.tsx";

interface ListedRowProps {
  link: ListedLink;
  tabIndex: number;
  late: Pick<LateModels, "copying" | "outbox" | "wishes">;
  allow: Surroundings["allow"];
  onRevoke: (link: ListedLink) => Promise<void>;
}

/** One link as its service has it; mostly without its address, which services show once. */
export function ListedRow({ link, tabIndex, late, allow, onRevoke }: ListedRowProps) {
  const id = useId();
  const now = Date.now();
  const { share, own } = link;
  const made = formatAgo(share.createdAt);
  const url = share.url ?? own?.url ?? null;
  const key = own && share.revokedAt === null ? revokeJobKey(own.key) : "";
  const job = late.outbox.jobOf(key);
  const held = late.outbox.holdOf(key);
  const doing = held ? t("still_live") : t("being_revoked");
  return (
    <>
      <div class="row-head">
        <h3 id={id}>{share.name ?? t("without_name")}</h3>
        <span class="state">{job ? doing : stateText(share, now)}</span>
      </div>
      <p class="sub">
        {held
          ? stillText(held)
          : facts(
              t("made_on", made),
              usedText(share),
              ...share.permissions.map((each) => t(permissionNames[each])),
              url ? "" : t("address_unknown"),
            )}
      </p>
      {job && (
        <Revoking
          job={job}
          held={held}
          wishes={late.wishes}
          allow={allow}
          tabIndex={tabIndex}
          describedBy={id}
        />
      )}
      {!job && share.revokedAt === null && (
        <div class="buttons">
          {url && (
            <button
              type="button"
              class="quiet"
              tabIndex={tabIndex}
              aria-describedby={id}
              onClick={() => void late.copying.link({ url, expiresAt: share.expiresAt })}
            >
              {t("copy_link")}
            </button>
          )}
          <Confirm
            label={t("revoke")}
            question={
              share.name === null
                ? t("revoke_nameless_ask", made)
                : t("revoke_listed_ask", share.name, made)
            }
            warning={t(own ? "revoke_own_warning" : "revoke_warning")}
            yes={t("revoke_link")}
            no={t("keep_link")}
            tabIndex={tabIndex}
            describedBy={id}
            onYes={() => onRevoke(link)}
          />
        </div>
      )}
    </>
  );
}

/** "last used today", "opened 3 times", both or, where the service tells neither, nothing. */
function usedText({ lastUsedAt, opens }: RemoteShare): string {
  return facts(
    opens === null ? "" : opens === 0 ? t("opens_none") : countText(opens, "opens"),
    lastUsedAt === null ? "" : t("last_used", formatAgo(lastUsedAt)),
  );
}
