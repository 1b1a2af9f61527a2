import { useId } from "preact/hooks";
import { formatAgo } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/translate.ts";
import { toRevokeJobKey } from "../../../model/outbox-job.ts";
import { getLinkState } from "../../../model/stored-link.ts";
import type { StoredLink } from "../../../model/stored-link.ts";
import { providerFacts } from "../../../providers/facts.ts";
import type { DeferredModels } from "../../models/deferred-models.ts";
import type { Platform } from "../../platform/browser-apis.ts";
import { formatBlockedRevoke } from "../../text/job-text.ts";
import {
  joinFacts,
  formatGrantedTerms,
  formatLinkState,
  formatVisibility,
} from "../../text/link-text.ts";
import { RevokeActions } from "../outbox/RevokeActions.tsx";
import { LinkButtons } from "./LinkButtons.tsx";
import { RevokeButton } from "./RevokeButton.tsx";

interface LinkRowProps {
  link: StoredLink;
  /** The label of its account; empty when there is only one. */
  account: string;
  tabIndex: number;
  deferred: Pick<DeferredModels, "copyLink" | "outbox" | "pendingActions">;
  requestPermission: Platform["requestPermission"];
  onRevoke: (link: StoredLink) => Promise<unknown>;
}

/** One share link: its state, its terms, and its buttons. */
export function LinkRow({
  link,
  account,
  tabIndex,
  deferred,
  requestPermission,
  onRevoke,
}: LinkRowProps) {
  const id = useId();
  const now = Date.now();
  const state = getLinkState(link, now);
  const title = link.track.title ?? t("untitled");
  const granted = formatGrantedTerms(link);
  const key = toRevokeJobKey(link.key);
  const job = state === "revoked" ? undefined : deferred.outbox.getJob(key);
  const blocked = job && deferred.outbox.getBlockedJob(key);
  const inFlight = blocked ? t("still_live") : t("being_revoked");
  const shown = blocked ? "blocked" : state;

  return (
    <>
      <div class="row-head">
        <h2 id={id}>{title}</h2>
        <span class="state" data-state={job && !blocked ? "revoking" : shown}>
          {job ? inFlight : formatLinkState(link, now)}
        </span>
      </div>
      <p class="secondary">
        {blocked
          ? formatBlockedRevoke(blocked)
          : joinFacts(
              link.asked.name ?? "",
              formatVisibility(link.visibility),
              account,
              t("made_on", formatAgo(link.createdAt)),
            )}
      </p>
      {granted && <p class="secondary">{granted}</p>}
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
      {!job && state !== "revoked" && (
        <LinkButtons
          link={link}
          state={state}
          tabIndex={tabIndex}
          describedBy={id}
          deferred={deferred}
        >
          {/* Also for expired links: this device's clock may be wrong. */}
          {!providerFacts[link.track.provider].sharesPageAddress && (
            <RevokeButton
              question={t("revoke_ask", title, formatAgo(link.createdAt))}
              warning={t("revoke_own_warning")}
              tabIndex={tabIndex}
              describedBy={id}
              onConfirm={() => onRevoke(link)}
            />
          )}
        </LinkButtons>
      )}
    </>
  );
}
