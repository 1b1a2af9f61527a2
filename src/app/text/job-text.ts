import { browser } from "wxt/browser";
import { formatTimeOfDay } from "../../i18n/dates.ts";
import { t } from "../../i18n/translate.ts";
import { getBlockReason } from "../../model/blocked-job.ts";
import type { BlockedJob, BlockReason, BlockedGroup } from "../../model/blocked-job.ts";
import type { Failure } from "../../model/failure.ts";
import type { Job } from "../../model/outbox-job.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { providerFacts } from "../../providers/facts.ts";
import { formatFailure } from "./failure-text.ts";
import type { ProviderOrigin } from "./failure-text.ts";
import { formatList } from "./link-text.ts";

export type JobKind = Job["task"]["kind"];

/** What is about to be done, while it can still be undone. */
export function formatJobStart(kind: "unsave" | "revoke", provider: ProviderId): string {
  if (kind === "revoke") return t("doing_revoke");
  const { name, hasLibrary } = providerFacts[provider];
  return hasLibrary ? t("doing_unsave", name) : t("was_removed_here");
}

/** What has been done: by the service, or by Earmark where the service has no library. */
export function formatJobDone(kind: JobKind, provider: ProviderId): string {
  const { name, hasLibrary, revokesLate } = providerFacts[provider];
  if (kind === "save") return hasLibrary ? t("was_saved", name) : t("was_saved_here");
  if (kind === "unsave") return hasLibrary ? t("was_removed", name) : t("was_removed_here");
  return revokesLate ? t("revoked_soon") : t("revoked");
}

/** Why a job waits and what happens next, in full sentences. */
export function formatWaitingJob(
  failure: Failure,
  kind: JobKind,
  target: ProviderOrigin,
  reason?: BlockReason,
): string {
  const blockReason = reason ?? getBlockReason(failure);
  if (blockReason === "stuck") return formatFailure(failure, kind, target);
  const rest = t(`kept_${kind}_${blockReason}`, providerFacts[target.provider].name);
  return blockReason === "you" ? `${formatFailure(failure, kind, target)} ${rest}` : rest;
}

/** Why a link is not revoked yet, in the few words that fit into its row. */
export function formatBlockedRevoke({ failure, reason, job }: BlockedJob): string {
  return reason === "network" || reason === "service"
    ? t(`still_${reason}`)
    : formatWaitingJob(failure, job.task.kind, job.track, reason);
}

/** The state of a track that is not saved at its service yet, in a few words. */
export const formatBlockedSave = ({ reason }: Pick<BlockedJob, "reason">): string =>
  reason === "stuck" ? t("mark_stuck") : t("mark_waiting");

/** A heading with a count: "Waiting for the network (1,000)". */
export function formatHeadingWithCount(heading: string, count: number): string {
  const number = new Intl.NumberFormat(browser.i18n.getUILanguage()).format(count);
  return t("counted", heading, number);
}

/** What a group of jobs waits for, in a few words. */
export function formatGroupHeading({ reason, jobs: [{ job }] }: BlockedGroup): string {
  return reason === "service"
    ? t("held_by_service", providerFacts[job.track.provider].name)
    : t(`held_by_${reason}`);
}

/** Why a group of jobs waits, and when it is tried next. `now` in milliseconds since 1970. */
export function formatGroupReason({ reason, jobs }: BlockedGroup, now: number): string {
  const [{ failure, job }] = jobs;
  if (reason === "stuck") return "";
  if (reason === "you") {
    return `${formatFailure(failure, job.task.kind, job.track)} ${t("why_you")}`;
  }
  const services = new Set(jobs.map((each) => providerFacts[each.job.track.provider].name));
  return `${t(`why_${reason}`, formatList(...services))} ${formatNextTry(jobs, now)}`.trim();
}

/** "Next try at 14:05.", or empty when no time is set. */
function formatNextTry(jobs: readonly BlockedJob[], now: number): string {
  const times = jobs.map(({ job }) => job.dueAt).filter((at) => at > now);
  if (times.length === 0) return "";
  const next = times.reduce((a, b) => Math.min(a, b));
  return next - now < 60_000 ? t("next_try_soon") : t("next_try", formatTimeOfDay(next));
}
