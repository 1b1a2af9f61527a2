import { browser } from "wxt/browser";
import { broadcast } from "../../messages/broadcast.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import { getAttempt, getDueAttempts, putAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/schema.ts";
import { getAllJobs } from "../../store/jobs.ts";
import { getAccount } from "../accounts/accounts.ts";
import { ignoreStorageError } from "../lib/ignore-storage-error.ts";
import { nextJobAt } from "../outbox/find-account-blocker.ts";
import { drain } from "../outbox/outbox.ts";
import { reconcile } from "../sharing/reconcile.ts";
import { runAttempt } from "../sharing/run-attempt.ts";
import { withShareLock } from "../sharing/share-track.ts";
import { delays, RENDER_TIMEOUT_MS, MAX_INTENT_AGE_MS } from "../timing/delays.ts";

/** The alarm's name. Browsers keep alarms across updates: one with another name would never be cleared. */
const ALARM = "rounds";

/** The shortest delay that Chromium keeps to. https://developer.chrome.com/docs/extensions/reference/api/alarms */
const SHORTEST_ALARM_MS = 30_000;

const REPEAT_MINUTES = 5;

export interface Scheduler {
  /** Does all that is due, then sets a timer or an alarm for what is due next. */
  run(): Promise<void>;
  /** Sets an alarm before work begins, so that the browser wakes a new worker if this one is stopped midway. */
  armWatchdog(): Promise<void>;
}

/**
 * Runs the attempts and jobs that had to wait: shares that were not ready or whose response never came, and the
 * outbox. While the worker lives it is woken by a timer, afterwards by an alarm.
 */
export function createScheduler(opened: Promise<Database>): Scheduler {
  let running: Promise<void> | null = null;
  let runAgain = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function runOnce(): Promise<void> {
    const db = await opened;
    for (const { key, account, track } of await readDueAttempts(db)) {
      await withShareLock({ id: account }, track, () => advanceAttempt(db, key));
      broadcast("links");
    }
    const jobs = await getAllJobs(db);
    await drain(db);
    if (jobs.length > 0) broadcast("links", "entries", "outbox");
    await scheduleWake(await findNextDueTime(db));
  }

  /** `time`: milliseconds since 1970; null when nothing waits. */
  async function scheduleWake(time: number | null): Promise<void> {
    clearTimeout(timer);
    if (time === null) {
      await browser.alarms.clear(ALARM);
      return;
    }
    // What is still due after a run could not be done in it, so it is not repeated without a pause.
    const wait = Math.max(time - Date.now(), delays.firstRetry);
    if (wait < SHORTEST_ALARM_MS) timer = setTimeout(() => void run(), wait);
    await setAlarm(Date.now() + Math.max(wait, SHORTEST_ALARM_MS));
  }

  async function runUntilIdle(): Promise<void> {
    try {
      do {
        runAgain = false;
        await runOnce();
      } while (runAgain);
    } catch (error) {
      await scheduleWake(Date.now() + delays.longestRetry);
      ignoreStorageError(error);
    } finally {
      // In the same tick as the last check of `runAgain`, so that no call of `run` is missed in between.
      running = null;
    }
  }

  async function run(): Promise<void> {
    if (running) runAgain = true;
    else running = runUntilIdle();
    return running;
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void run();
  });
  return { run, armWatchdog };
}

const armWatchdog = (): Promise<void> => setAlarm(Date.now() + SHORTEST_ALARM_MS);

/** The alarm repeats until a run clears it, because a worker can be stopped in the middle of a run. */
function setAlarm(when: number): Promise<void> {
  return browser.alarms.create(ALARM, { when, periodInMinutes: REPEAT_MINUTES });
}

async function readDueAttempts(db: Database): Promise<Attempt[]> {
  const now = Date.now();
  return (await getDueAttempts(db)).filter(({ dueAt }) => dueAt !== null && dueAt <= now);
}

/** When the next attempt or job is due, in milliseconds since 1970; null when nothing waits. */
async function findNextDueTime(db: Database): Promise<number | null> {
  const [attempt] = await getDueAttempts(db);
  const first = Math.min(await nextJobAt(db), attempt?.dueAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? first : null;
}

/** Sends an attempt that has not been sent, or reconciles one that has. Fails one that has waited too long. */
async function advanceAttempt(db: Database, key: string): Promise<void> {
  const attempt = await getAttempt(db, key);
  if (!attempt || attempt.dueAt === null || attempt.dueAt > Date.now()) return;
  const account = await getAccount(db, attempt.account);
  const isRendering = attempt.state === "waiting";
  if (attempt.state !== "queued" && !isRendering) return reconcile(db, account, attempt);
  const age = Date.now() - attempt.createdAt;
  const isTooOld = age > (isRendering ? RENDER_TIMEOUT_MS : MAX_INTENT_AGE_MS);
  if (account && !isTooOld) {
    await runAttempt(db, account, attempt, { unattended: true });
    return;
  }
  const reason = isRendering ? "not-ready" : "offline";
  const failure = { kind: account ? reason : "no-account" } as const;
  await putAttempt(db, { ...attempt, state: "failed", dueAt: null, failure });
}
