import { browser } from "wxt/browser";
import type { Job } from "../../model/job.ts";
import type { Failure } from "../../model/failure.ts";
import { providerFacts } from "../../providers/facts.ts";
import type { ProviderId } from "../../model/provider-id.ts";
import { t } from "../../i18n/text.ts";
import { formatTimeOfDay } from "../../i18n/dates.ts";
import { type ProviderOrigin, failureText } from "./failure-text.ts";
import {
  type BlockedJob,
  type BlockReason,
  blockReasonOf,
  type BlockedGroup,
} from "../../model/blocked-job.ts";
import { listed } from "./link-text.ts";

export type JobKind = Job["task"]["kind"];

/** What has just been wished, and can still be taken back. */
export function doingText(kind: "unsave" | "revoke", provider: ProviderId): string {
  if (kind === "revoke") return t("doing_revoke");
  const { name, hasLibrary } = providerFacts[provider];
  return hasLibrary ? t("doing_unsave", name) : t("was_removed_here");
}

/** What the service has done; or Earmark, where the service keeps no library. */
export function doneText(kind: JobKind, provider: ProviderId): string {
  const { name, hasLibrary, revokesLate } = providerFacts[provider];
  if (kind === "save") return hasLibrary ? t("was_saved", name) : t("was_saved_here");
  if (kind === "unsave") return hasLibrary ? t("was_removed", name) : t("was_removed_here");
  return revokesLate ? t("revoked_soon") : t("revoked");
}

/** How things stand with a wish that is kept, why, and what happens next. */
export function keptText(
  failure: Failure,
  kind: JobKind,
  asked: ProviderOrigin,
  by?: BlockReason,
): string {
  const holder = by ?? blockReasonOf(failure);
  if (holder === "stuck") return failureText(failure, kind, asked);
  const rest = t(`kept_${kind}_${holder}`, providerFacts[asked.provider].name);
  return holder === "you" ? `${failureText(failure, kind, asked)} ${rest}` : rest;
}

/** The same in the few words that there is room for in the row of a link. */
export function stillText({ failure, reason: by, job }: BlockedJob): string {
  return by === "network" || by === "service"
    ? t(`still_${by}`)
    : keptText(failure, job.task.kind, job.track, by);
}

/** The same of something that is to be saved, as a mark. */
export const markText = ({ reason: by }: Pick<BlockedJob, "reason">): string =>
  by === "stuck" ? t("mark_stuck") : t("mark_waiting");

/** "Waiting for the network (1,000)" */
export function countedText(what: string, count: number): string {
  const number = new Intl.NumberFormat(browser.i18n.getUILanguage()).format(count);
  return t("counted", what, number);
}

/** What a group waits for, in a few words. */
export function headingOf({ reason: by, jobs: [{ job }] }: BlockedGroup): string {
  return by === "service"
    ? t("held_by_service", providerFacts[job.track.provider].name)
    : t(`held_by_${by}`);
}

/** Why all of a group waits, and when it is tried next. `now` in milliseconds since 1970. */
export function whyText({ reason: by, jobs: held }: BlockedGroup, now: number): string {
  const [{ failure, job }] = held;
  if (by === "stuck") return "";
  if (by === "you") {
    return `${failureText(failure, job.task.kind, job.track)} ${t("why_you")}`;
  }
  const services = new Set(held.map((each) => providerFacts[each.job.track.provider].name));
  return `${t(`why_${by}`, listed(...services))} ${nextText(held, now)}`.trim();
}

/** "Next try at 14:05." */
function nextText(held: readonly BlockedJob[], now: number): string {
  const times = held.map(({ job }) => job.dueAt).filter((at) => at > now);
  if (times.length === 0) return "";
  const next = times.reduce((a, b) => Math.min(a, b));
  return next - now < 60_000 ? t("next_try_soon") : t("next_try", formatTimeOfDay(next));
}
