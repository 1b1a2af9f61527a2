import { type Job, jobKey } from "./job.ts";
import { type Failure, mendedBy } from "./failure.ts";

/** What must come before a job goes on. stuck: nothing does that by itself. */
export type BlockReason = "network" | "service" | "you" | "stuck";

/** A job that is not simply on its way, and why. */
export interface BlockedJob {
  job: Job;
  failure: Failure;
  reason: BlockReason;
}

/** Jobs that wait for the same thing. */
export interface BlockedGroup {
  key: string;
  reason: BlockReason;
  jobs: [BlockedJob, ...BlockedJob[]];
}

/** What a job waits for after it failed so and stayed in the outbox. */
export function blockReasonOf({ kind }: Failure): BlockReason {
  const mender = mendedBy[kind];
  if (mender === "network") return "network";
  return mender === "person" ? "you" : "service";
}

/**
 * Those of all jobs that are held up. One that was never tried is not, unless another of its
 * account stands in its way. `now` in milliseconds since 1970.
 */
export function findBlockedJobs(jobs: readonly Job[], now: number): BlockedJob[] {
  const inTheWay = new Map<string, Job>();
  for (const each of jobs) {
    const more = each.state === "paused" || !inTheWay.has(each.account);
    if (each.failure && each.state !== "stuck" && more) inTheWay.set(each.account, each);
  }
  return jobs.flatMap((job) => {
    const { failure, state, dueAt, account } = job;
    if (state === "stuck" && failure) return [{ job, failure, reason: "stuck" as const }];
    if (failure === null && dueAt > now) return []; // it can still be undone unseen
    const holder = inTheWay.get(account);
    const why = holder?.state === "paused" ? holder.failure : (failure ?? holder?.failure ?? null);
    return why ? [{ job, failure: why, reason: blockReasonOf(why) }] : [];
  });
}

const ORDER: readonly BlockReason[] = ["stuck", "you", "service", "network"];

/** Together what waits for the same thing; first what only the person can change. */
export function groupBlockedJobs(held: readonly BlockedJob[]): BlockedGroup[] {
  const groups = new Map<string, BlockedGroup>();
  for (const each of held) {
    const { reason, failure, job } = each;
    const one = reason === "network" || reason === "stuck";
    const key = one ? reason : `${reason} ${job.account} ${failure.kind}`;
    const group = groups.get(key);
    if (group) group.jobs.push(each);
    else groups.set(key, { key, reason, jobs: [each] });
  }
  return [...groups.values()].toSorted((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason));
}

/** The key of the job about a link of ours. */
export const revokeJobKey = (link: string): string =>
  jobKey("", { kind: "revoke", link }, { id: "" });

/** The key of the job about a saved track. */
export const libraryJobKey = (account: string, id: string): string =>
  jobKey(account, { kind: "save", link: null }, { id });
