import { mendedBy } from "./failure.ts";
import type { Failure } from "./failure.ts";
import type { Job } from "./outbox-job.ts";

/** Why a job cannot run yet. "you": the person has to do something first; "stuck": it is not tried again by itself. */
export type BlockReason = "network" | "service" | "you" | "stuck";

/** A job in the outbox that cannot run yet, and why. */
export interface BlockedJob {
  job: Job;
  failure: Failure;
  reason: BlockReason;
}

/** Jobs that are blocked for the same reason. */
export interface BlockedGroup {
  key: string;
  reason: BlockReason;
  jobs: [BlockedJob, ...BlockedJob[]];
}

/** Why a job that failed this way and stayed in the outbox is blocked. */
export function getBlockReason({ kind }: Failure): BlockReason {
  const mender = mendedBy[kind];
  if (mender === "network") return "network";
  return mender === "person" ? "you" : "service";
}

/**
 * Finds the blocked jobs among all jobs of the outbox. A job that was never tried is blocked only by another job of its
 * account. `now` in milliseconds since 1970.
 */
export function findBlockedJobs(jobs: readonly Job[], now: number): BlockedJob[] {
  const blockers = new Map<string, Job>();
  for (const each of jobs) {
    const isFirst = each.state === "paused" || !blockers.has(each.account);
    if (each.failure && each.state !== "stuck" && isFirst) blockers.set(each.account, each);
  }
  return jobs.flatMap((job) => {
    const { failure, state, dueAt, account } = job;
    if (state === "stuck" && failure) return [{ job, failure, reason: "stuck" as const }];
    if (failure === null && dueAt > now) return []; // undo is still possible, so it is not shown as blocked
    const blocker = blockers.get(account);
    const cause =
      blocker?.state === "paused" ? blocker.failure : (failure ?? blocker?.failure ?? null);
    return cause ? [{ job, failure: cause, reason: getBlockReason(cause) }] : [];
  });
}

const ORDER: readonly BlockReason[] = ["stuck", "you", "service", "network"];

/** Groups blocked jobs by their reason; groups that need the person come first. */
export function groupBlockedJobs(blocked: readonly BlockedJob[]): BlockedGroup[] {
  const groups = new Map<string, BlockedGroup>();
  for (const each of blocked) {
    const { reason, failure, job } = each;
    const isOneGroup = reason === "network" || reason === "stuck";
    const key = isOneGroup ? reason : `${reason} ${job.account} ${failure.kind}`;
    const group = groups.get(key);
    if (group) group.jobs.push(each);
    else groups.set(key, { key, reason, jobs: [each] });
  }
  return [...groups.values()].toSorted((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason));
}
