import type { Failure } from "../../model/failure.ts";
import type { Job } from "../../model/outbox-job.ts";
import type { Database } from "../../store/database/schema.ts";
import { getAllJobs } from "../../store/jobs.ts";
import { isServiceWide } from "../timing/retry-policy.ts";

/** Why none of an account's jobs can run yet. */
interface Blocker {
  failure: Failure;
  /** Milliseconds since 1970; Infinity when the person has to do something first. */
  until: number;
}

/**
 * Finds what blocks all jobs of one account: a job that is paused until the person does something, or one that failed
 * because of the network or the service and is not due again yet.
 */
export function findBlocker(jobs: readonly Job[]): Blocker | null {
  let blocker: Blocker | null = null;
  for (const { state, failure, dueAt } of jobs) {
    if (failure && state === "paused") return { failure, until: Number.POSITIVE_INFINITY };
    const blocks = failure && state === "waiting" && isServiceWide(failure);
    if (blocks && dueAt > (blocker?.until ?? 0)) blocker = { failure, until: dueAt };
  }
  return blocker;
}

/** When the next job can run without anybody doing something; milliseconds since 1970, Infinity for never. */
export async function nextJobAt(db: Database): Promise<number> {
  const all = await getAllJobs(db);
  const accounts = new Set(all.map(({ account }) => account));
  const times = [...accounts].map((account) => {
    const jobs = all.filter((job) => job.account === account);
    const waiting = jobs.filter(({ state }) => state === "waiting");
    return Math.max(findBlocker(jobs)?.until ?? 0, Math.min(...waiting.map(({ dueAt }) => dueAt)));
  });
  return Math.min(...times);
}
