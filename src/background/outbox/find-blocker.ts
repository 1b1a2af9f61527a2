import type { Job } from "../../model/job.ts";
import type { Failure } from "../../model/failure.ts";
import type { Database } from "../../store/database/open-database.ts";
import { getAllJobs } from "../../store/jobs.ts";
import { isServiceWide } from "../timing/retry-policy.ts";

interface Blocker {
  failure: Failure;
  /** Milliseconds since 1970; Infinity where the person has to do something. */
  until: number;
}

/**
 * What keeps all of an account's jobs back, and until when: one that waits for the person, for the network
 * or for a service that has no time.
 */
export function findBlocker(jobs: readonly Job[]): Blocker | null {
  let last: Blocker | null = null;
  for (const { state, failure, dueAt } of jobs) {
    if (failure && state === "paused") return { failure, until: Number.POSITIVE_INFINITY };
    const holds = failure && state === "waiting" && isServiceWide(failure);
    if (holds && dueAt > (last?.until ?? 0)) last = { failure, until: dueAt };
  }
  return last;
}

/** When something in the outbox is due by itself; milliseconds since 1970, Infinity for never. */
export async function nextJobAt(db: Database): Promise<number> {
  const all = await getAllJobs(db);
  const accounts = new Set(all.map(({ account }) => account));
  const times = [...accounts].map((account) => {
    const jobs = all.filter((each) => each.account === account);
    const waiting = jobs.filter(({ state }) => state === "waiting");
    return Math.max(findBlocker(jobs)?.until ?? 0, Math.min(...waiting.map(({ dueAt }) => dueAt)));
  });
  return Math.min(...times);
}
