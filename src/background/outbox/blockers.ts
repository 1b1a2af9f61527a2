import type { Errand } from "../../model/job.ts";
import type { Failure } from "../../model/failure.ts";
import type { Database } from "../../store/database/open-one.ts";
import { allErrands } from "../../store/jobs.ts";
import { holdsBack } from "../timing/retry-policy.ts";

interface Obstacle {
  failure: Failure;
  /** Milliseconds since 1970; Infinity where the person has to do something. */
  until: number;
}

/**
 * What keeps all of an account's errands back, and until when: one that waits for the person, for the network
 * or for a service that has no time.
 */
export function obstacleTo(errands: readonly Errand[]): Obstacle | null {
  let last: Obstacle | null = null;
  for (const { state, failure, dueAt } of errands) {
    if (failure && state === "paused") return { failure, until: Number.POSITIVE_INFINITY };
    const holds = failure && state === "waiting" && holdsBack(failure);
    if (holds && dueAt > (last?.until ?? 0)) last = { failure, until: dueAt };
  }
  return last;
}

/** When something in the outbox is due by itself; milliseconds since 1970, Infinity for never. */
export async function nextErrandAt(db: Database): Promise<number> {
  const all = await allErrands(db);
  const accounts = new Set(all.map(({ account }) => account));
  const times = [...accounts].map((account) => {
    const errands = all.filter((each) => each.account === account);
    const waiting = errands.filter(({ state }) => state === "waiting");
    return Math.max(
      obstacleTo(errands)?.until ?? 0,
      Math.min(...waiting.map(({ dueAt }) => dueAt)),
    );
  });
  return Math.min(...times);
}
