import type { Entry } from "../../model/entry.ts";
import { type Job, jobKey, type Task } from "../../model/job.ts";
import { failpoint } from "../../model/failpoint.ts";
import { type Failure, fail, ok, type Result } from "../../model/failure.ts";
import type { Track } from "../../model/track.ts";
import { providers } from "../../providers/adapters.ts";
import type { Database } from "../../store/database/open-database.ts";
import {
  getAllJobs,
  type JobEffect,
  cancelJob,
  getJob,
  finishJob,
  addJob,
  updateJob,
  makeJobsDue,
} from "../../store/jobs.ts";
import { getAccount } from "../accounts/accounts.ts";
import { planRetry, countTries } from "../timing/retry-policy.ts";
import { connect } from "../accounts/connect.ts";
import { performJob } from "./job-handlers.ts";
import { inTurn } from "../lib/keyed-mutex.ts";
import { findBlocker } from "./find-blocker.ts";
import { delays } from "../timing/delays.ts";

/** Puts a wish into the outbox and, for a save, its entry into the library, before anything is sent. */
export async function enqueue(
  db: Database,
  { account, track, task }: { account: string; track: Track; task: Task },
  entry: Entry | null = null,
): Promise<Job> {
  const now = Date.now();
  const job = await addJob(
    db,
    {
      key: jobKey(account, task, track),
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

/** Does what is due, each account's jobs in their order and one at a time. */
export async function drain(db: Database): Promise<void> {
  const accounts = new Set((await getAllJobs(db)).map(({ account }) => account));
  await Promise.all([...accounts].map((account) => drainAccount(db, account)));
}

/** What changes an account's library is done in this turn. */
export const outboxLockName = (account: string): string => `outbox ${account}`;

/** `drain` for one account; resolves when nothing more of it is due. */
export function drainAccount(db: Database, account: string): Promise<void> {
  return inTurn(outboxLockName(account), async () => {
    const jobs = (await getAllJobs(db)).filter((each) => each.account === account);
    const obstacle = findBlocker(jobs);
    if (obstacle && obstacle.until > Date.now()) return;
    for (const { key, wish } of jobs) {
      // Read again: meanwhile the person may have wished otherwise.
      const job = await getJob(db, key);
      const due = job?.wish === wish && job.state === "waiting" && job.dueAt <= Date.now();
      if (due && !(await runJob(db, job))) return;
    }
  });
}

/** The wishes whose requests are under way: too late to take back. */
const inFlight = new Set<string>();

/** The wishes that are being taken back: too late to send. */
const beingUndone = new Set<string>();

/** Answers whether others of its account may go on. */
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
  // Where a service keeps no library ours is the only one, and it has changed already.
  if (!providers[job.track.provider][job.task.kind]) return ok({});
  if (navigator.onLine === false) return fail({ kind: "offline" });
  const at = await connect(db, await getAccount(db, job.account));
  if (!at.ok) return at;
  if (__TESTING__) await failpoint("job:sending");
  const done = await performJob(db, at.value, job);
  if (__TESTING__) await failpoint("job:answered");
  return done;
}

async function recordFailure(db: Database, job: Job, failure: Failure): Promise<boolean> {
  const tries = countTries(job.failure, failure, job.tries);
  const next = planRetry(failure, tries, Date.now());
  if (next.kind === "again") {
    await updateJob(db, job, { dueAt: next.at, tries: tries + 1, failure });
    return !next.all;
  }
  const state = next.kind === "pause" ? "paused" : "stuck";
  await updateJob(db, job, { state, failure });
  return next.kind !== "pause";
}

/** Tries a wish at once. `waiting` says why it is in the outbox still; null when it is done. */
export async function tryJobNow(
  db: Database,
  job: Job,
): Promise<Result<{ waiting: Failure | null }>> {
  const { key, wish, account } = job;
  // The person is here: a good moment to see whether the network is, too.
  await retryOfflineJobs(db, account);
  await drainAccount(db, account);
  const left = await getJob(db, key);
  if (left?.wish !== wish) return ok({ waiting: null });
  if (left.state === "stuck" && left.failure) {
    // The person is here and is told at once, so it need not stand in a list.
    await cancelJob(db, key, wish);
    return fail(left.failure);
  }
  const others = (await getAllJobs(db)).filter((each) => each.account === account);
  return ok({ waiting: left.failure ?? findBlocker(others)?.failure ?? { kind: "offline" } });
}

/** Takes a wish back, if it is not on its way already. */
export async function undoJob(db: Database, key: string, wish: string): Promise<boolean> {
  if (inFlight.has(wish)) return false;
  beingUndone.add(wish);
  return cancelJob(db, key, wish).finally(() => beingUndone.delete(wish));
}

/** The person has mended what kept an account's jobs back; null is for all accounts. */
export function resumePausedJobs(db: Database, account: string | null): Promise<void> {
  return makeJobsDue(
    db,
    Date.now(),
    (each) => each.state === "paused" && (account === null || each.account === account),
  );
}

/** The person wants one more try, and with it of everything that waits for the same reason. */
export async function retryJob(db: Database, key: string): Promise<void> {
  const job = await getJob(db, key);
  if (!job) return;
  const { account, state, failure } = job;
  await makeJobsDue(
    db,
    Date.now(),
    (each) =>
      each.key === key ||
      (state !== "stuck" &&
        failure !== null &&
        each.account === account &&
        each.state === state &&
        each.failure?.kind === failure.kind),
  );
}

/** The network may be back; null is for all accounts. */
export function retryOfflineJobs(db: Database, account: string | null = null): Promise<void> {
  return makeJobsDue(
    db,
    Date.now(),
    (each) => each.failure?.kind === "offline" && (account === null || each.account === account),
  );
}
