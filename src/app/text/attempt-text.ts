import { formatDay } from "../../i18n/dates.ts";
import { t } from "../../i18n/translate.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import { providerFacts } from "../../providers/facts.ts";
import { DAY_MS } from "../../shared/time-units.ts";
import { formatFailure } from "./failure-text.ts";

/** Whether Earmark goes on with the attempt by itself. */
export function isAttemptPending({ state, dueAt }: Attempt): boolean {
  return state === "waiting" || state === "queued" || (state === "unknown" && dueAt !== null);
}

/** What happens next with an attempt that has not become a link. */
export function formatAttempt(attempt: Attempt): string {
  const { state, track, failure, dueAt, spent } = attempt;
  const service = providerFacts[track.provider].name;
  if (state === "waiting") return t("attempt_waiting");
  if (state === "queued") return t("attempt_queued");
  if (state === "answered") return t("attempt_answered", service);
  if (state === "failed" && failure) {
    // It waited until its time was over.
    if (failure.kind === "not-ready") return t("attempt_overdue", service);
    if (failure.kind === "offline") return t("attempt_stale", service);
    const lost = failure.kind === "unknown-outcome" && spent.length > 0;
    return lost ? t("attempt_lost", service) : formatFailure(failure, "share", track);
  }
  if (dueAt !== null) return t("attempt_finding_out", service);
  return `${t("attempt_unknown", service)} ${formatFate(attempt, service)}`;
}

/** What a link that may exist can do: its address was delivered to nobody, so a link-only share cannot be opened. */
function formatFate({ asked, createdAt }: Attempt, service: string): string {
  if (asked.visibility === "public") return t("attempt_fate_public", service);
  return asked.expiresInDays === null
    ? t("attempt_fate_never")
    : t("attempt_fate", formatDay(createdAt + asked.expiresInDays * DAY_MS));
}
