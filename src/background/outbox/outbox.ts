import { failpoint } from "../../model/failpoint.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Failure, Result } from "../../model/failure.ts";
import type { Entry } from "../../model/library-entry.ts";
import { toJobKey } from "../../model/outbox-job.ts";
import type { Job, Task } from "../../model/outbox-job.ts";
import type { Track } from "../../model/track.ts";
import { providers } from "../../providers/adapters.ts";
import type { Database } from "../../store/database/schema.ts";
import {
  getAllJobs,
  cancelJob,
  getJob,
  finishJob,
  addJob,
  updateJob,
  makeJobsDue,
} from "../../store/jobs.ts";
import type { JobEffect } from "../../store/jobs.ts";
import { getAccount } from "../accounts/accounts.ts";
import { connect } from "../accounts/connect.ts";
import { withLock } from "../lib/keyed-mutex.ts";
import { delays } from "../timing/delays.ts";
import { planRetry, countTries } from "../timing/retry-policy.ts";
import { findBlocker } from "./find-account-blocker.ts";
import { performJob } from "./job-handlers.ts";

/**
 * Stores a job before anything of it is sent. A save's `entry` is in the library at once. A removal or revocation is
 * sent only after `delays.undoWindow`, so that it can be undone.
 */
export async function enqueue(
  db: Database,
  { account, track, task }: { account: string; track: Track; task: Task },
  entry: Entry | null = null,
): Promise<Job> {
  const now = Date.now();
  const job = await addJob(
    db,
    {
      key: toJobKey(account, task, track),
      wish: crypto.randomUUID(),
      account,
      task,
      track,
      createdAt: now,
      dueAt: task.kind === "save" ? now : now + delays.undoWindow,
      tries: 0,
      state: "waiting",
      failure: null,
      over: null,
    },
    entry,
  );
  if (__TESTING__) await failpoint("job:kept");
  return job;
}

/** Sends all due jobs: one account's in the order in which they were made, different accounts' at the same time. */
export async function drain(db: Database): Promise<void> {
  const accounts = new Set((await getAllJobs(db)).map(({ account }) => account));
  await Promise.all([...accounts].map((account) => drainAccount(db, account)));
}

/** Runs work that changes or lists an account's library at its service, one after the other. */
export const withOutboxLock = <T>(account: string, work: () => Promise<T>): Promise<T> =>
  withLock(`outbox ${account}`, work);

/** Sends the due jobs of one account; resolves when none of them is due any more, or one blocks the others. */
export function drainAccount(db: Database, account: string): Promise<void> {
  return withOutboxLock(account, async () => {
    const jobs = (await getAllJobs(db)).filter((job) => job.account === account);
    const blocker = findBlocker(jobs);
    if (blocker && blocker.until > Date.now()) return;
    for (const { key, wish } of jobs) {
      // Read again, because the person may have cancelled or replaced it while an earlier job was sent.
      const job = await getJob(db, key);
      const isDue = job?.wish === wish && job.state === "waiting" && job.dueAt <= Date.now();
      if (isDue && !(await runJob(db, job))) return;
    }
  });
}

/** Revisions (`Job.wish`) of the jobs whose requests are under way: they cannot be undone any more. */
const inFlight = new Set<string>();

/** Revisions of the jobs that are just being undone: they must not be sent any more. */
const beingUndone = new Set<string>();

/** Sends one job and stores the result. Returns whether the other jobs of its account can go on. */
async function runJob(db: Database, job: Job): Promise<boolean> {
  if (beingUndone.has(job.wish)) return true;
  inFlight.add(job.wish);
  const done = await performAtService(db, job).finally(() => inFlight.delete(job.wish));
  if (!done.ok) return recordFailure(db, job, done.failure);
  await finishJob(db, job, done.value);
  if (__TESTING__) await failpoint("job:done");
  return true;
}

async function performAtService(db: Database, job: Job): Promise<Result<JobEffect>> {
  // A service that keeps no library is sent nothing: ours is the only one, and it has changed already.
  if (!providers[job.track.provider][job.task.kind]) return ok({});
  if (navigator.onLine === false) return fail({ kind: "offline" });
  const connected = await connect(db, await getAccount(db, job.account));
  if (!connected.ok) return connected;
  if (__TESTING__) await failpoint("job:sending");
  const done = await performJob(db, connected.value, job);
  if (__TESTING__) await failpoint("job:answered");
  return done;
}

/** Returns whether the other jobs of the account can go on. */
async function recordFailure(db: Database, job: Job, failure: Failure): Promise<boolean> {
  const tries = countTries(job.failure, failure, job.tries);
  const plan = planRetry(failure, tries, Date.now());
  if (plan.kind === "again") {
    await updateJob(db, job, { dueAt: plan.at, tries: tries + 1, failure });
    return !plan.blocksAccount;
  }
  const state = plan.kind === "pause" ? "paused" : "stuck";
  await updateJob(db, job, { state, failure });
  return plan.kind !== "pause";
}

/** Sends a new job at once. `waiting` says why it is still in the outbox; null when it is done. */
export async function tryJobNow(
  db: Database,
  job: Job,
): Promise<Result<{ waiting: Failure | null }>> {
  const { key, wish, account } = job;
  // The person is using the browser, so the network may be back: earlier jobs are retried, too.
  await retryOfflineJobs(db, account);
  await drainAccount(db, account);
  const left = await getJob(db, key);
  if (left?.wish !== wish) return ok({ waiting: null });
  if (left.state === "stuck" && left.failure) {
    // The failure is shown at once, so the job need not stay in the outbox to show it.
    await cancelJob(db, key, wish);
    return fail(left.failure);
  }
  const jobs = (await getAllJobs(db)).filter((each) => each.account === account);
  return ok({ waiting: left.failure ?? findBlocker(jobs)?.failure ?? { kind: "offline" } });
}

/** Cancels a job of this revision; false when its request is under way already, or it is gone. */
export async function undoJob(db: Database, key: string, revision: string): Promise<boolean> {
  if (inFlight.has(revision)) return false;
  beingUndone.add(revision);
  return cancelJob(db, key, revision).finally(() => beingUndone.delete(revision));
}

/** Makes paused jobs due, after the person has mended what paused them. `account`: null for all accounts. */
export function resumePausedJobs(db: Database, account: string | null): Promise<void> {
  return makeJobsDue(
    db,
    Date.now(),
    (job) => job.state === "paused" && (account === null || job.account === account),
  );
}

/** Makes a job due because the person asked for it, and with it those of its account that wait for the same reason. */
export async function retryJob(db: Database, key: string): Promise<void> {
  const retried = await getJob(db, key);
  if (!retried) return;
  const { account, state, failure } = retried;
  await makeJobsDue(
    db,
    Date.now(),
    (job) =>
      job.key === key ||
      (state !== "stuck" &&
        failure !== null &&
        job.account === account &&
        job.state === state &&
        job.failure?.kind === failure.kind),
  );
}

/** Makes jobs due that failed without a network, as it may be back. `account`: null for all accounts. */
export function retryOfflineJobs(db: Database, account: string | null = null): Promise<void> {
  return makeJobsDue(
    db,
    Date.now(),
    (job) => job.failure?.kind === "offline" && (account === null || job.account === account),
  );
}
