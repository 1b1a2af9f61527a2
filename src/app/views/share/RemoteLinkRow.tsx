import { useId } from "preact/hooks";
import { formatAgo } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/translate.ts";
import { toRevokeJobKey } from "../../../model/outbox-job.ts";
import type { RemoteShare } from "../../../model/remote-share.ts";
import type { DeferredModels } from "../../models/deferred-models.ts";
import type { RemoteLink } from "../../models/remote-links.ts";
import type { Platform } from "../../platform/browser-apis.ts";
import { formatBlockedRevoke } from "../../text/job-text.ts";
import { formatCount, joinFacts, formatLinkState } from "../../text/link-text.ts";
import { permissionNames } from "../../text/permission-names.ts";
import { RevokeButton } from "../links/RevokeButton.tsx";
import { RevokeActions } from "../outbox/RevokeActions.tsx";

interface RemoteLinkRowProps {
  link: RemoteLink;
  tabIndex: number;
  deferred: Pick<DeferredModels, "copyLink" | "outbox" | "pendingActions">;
  requestPermission: Platform["requestPermission"];
  onRevoke: (link: RemoteLink) => Promise<void>;
}

/** One link as its service lists it, mostly without its address, which services show only once. */
export function RemoteLinkRow({
  link,
  tabIndex,
  deferred,
  requestPermission,
  onRevoke,
}: RemoteLinkRowProps) {
  const id = useId();
  const now = Date.now();
  const { share, own } = link;
  const made = formatAgo(share.createdAt);
  const url = share.url ?? own?.url ?? null;
  const key = own && share.revokedAt === null ? toRevokeJobKey(own.key) : "";
  const job = deferred.outbox.getJob(key);
  const blocked = deferred.outbox.getBlockedJob(key);
  const inFlight = blocked ? t("still_live") : t("being_revoked");
  return (
    <>
      <div class="row-head">
        <h3 id={id}>{share.name ?? t("without_name")}</h3>
        <span class="state">{job ? inFlight : formatLinkState(share, now)}</span>
      </div>
      <p class="secondary">
        {blocked
          ? formatBlockedRevoke(blocked)
          : joinFacts(
              t("made_on", made),
              formatUsage(share),
              ...share.permissions.map((each) => t(permissionNames[each])),
              url ? "" : t("address_unknown"),
            )}
      </p>
      {job && (
        <RevokeActions
          job={job}
          blocked={blocked}
          pendingActions={deferred.pendingActions}
          requestPermission={requestPermission}
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
              onClick={() =>
                void deferred.copyLink.copyAddress({ url, expiresAt: share.expiresAt })
              }
            >
              {t("copy_link")}
            </button>
          )}
          <RevokeButton
            question={
              share.name === null
                ? t("revoke_nameless_ask", made)
                : t("revoke_listed_ask", share.name, made)
            }
            warning={t(own ? "revoke_own_warning" : "revoke_warning")}
            tabIndex={tabIndex}
            describedBy={id}
            onConfirm={() => onRevoke(link)}
          />
        </div>
      )}
    </>
  );
}

/** "last used today", "opened 3 times" or both; empty when the service tells neither. */
function formatUsage({ lastUsedAt, opens }: RemoteShare): string {
  return joinFacts(
    opens === null ? "" : opens === 0 ? t("opens_none") : formatCount(opens, "opens"),
    lastUsedAt === null ? "" : t("last_used", formatAgo(lastUsedAt)),
  );
}
