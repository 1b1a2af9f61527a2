import { browser } from "wxt/browser";
import { broadcast } from "../../messages/broadcast.ts";
import type { Attempt } from "../../model/attempt.ts";
import { getAttempt, getDueAttempts, putAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/open-one.ts";
import { getAllJobs } from "../../store/jobs.ts";
import { getAccount } from "../accounts/accounts.ts";
import { nextJobAt } from "../outbox/blockers.ts";
import { drain } from "../outbox/outbox.ts";
import { delays, RENDER_TIMEOUT_MS, MAX_INTENT_AGE_MS } from "../timing/delays.ts";
import { runAttempt, ignoreStorageError } from "../sharing/run-attempt.ts";
import { reconcile } from "../sharing/reconcile.ts";
import { withShareLock } from "../sharing/share-track.ts";

const ALARM = "rounds";

/** The shortest delay Chromium keeps to. https://developer.chrome.com/docs/extensions/reference/api/alarms */
const SHORTEST_ALARM_MS = 30_000;

const AGAIN_MINUTES = 5;

export interface Scheduler {
  /** Does everything that is due, then sees to it that it is woken for what is not yet. */
  go(): Promise<void>;
  /** To be called before work begins: should this worker be stopped in it, an alarm wakes the next one. */
  armWatchdog(): Promise<void>;
}

/**
 * Finishes by itself what had to wait: shares that were not ready or whose answer never came, and
 * the outbox. A timer does it while the worker lives, an alarm when it does not.
 */
export function createScheduler(opened: Promise<Database>): Scheduler {
  let running: Promise<void> | null = null;
  let again = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function once(): Promise<void> {
    const db = await opened;
    for (const { key, account, track } of await readDueAttempts(db)) {
      await withShareLock({ id: account }, track, () => advanceAttempt(db, key));
      broadcast("links");
    }
    const before = await getAllJobs(db);
    await drain(db);
    if (before.length > 0) broadcast("links", "entries", "outbox");
    await wakeFor(await findNextDueTime(db));
  }

  async function wakeFor(at: number | null): Promise<void> {
    clearTimeout(timer);
    if (at === null) {
      await browser.alarms.clear(ALARM);
      return;
    }
    // What is due still after a round could not be done in it: that is not repeated without a pause.
    const wait = Math.max(at - Date.now(), delays.firstRetry);
    if (wait < SHORTEST_ALARM_MS) timer = setTimeout(() => void go(), wait);
    const when = Date.now() + Math.max(wait, SHORTEST_ALARM_MS);
    await setAlarm(when);
  }

  async function run(): Promise<void> {
    try {
      do {
        again = false;
        await once();
      } while (again);
    } catch (error) {
      await wakeFor(Date.now() + delays.longestRetry);
      ignoreStorageError(error);
    } finally {
      running = null; // at once after the last look at `again`, so that no wish falls between the two
    }
  }

  async function go(): Promise<void> {
    if (running) again = true;
    else running = run();
    return running;
  }

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void go();
  });
  return { go, armWatchdog: watch };
}

const watch = (): Promise<void> => setAlarm(Date.now() + SHORTEST_ALARM_MS);

/** Rings again and again until a round has left nothing, as a worker can be stopped in the middle of one. */
function setAlarm(when: number): Promise<void> {
  return browser.alarms.create(ALARM, { when, periodInMinutes: AGAIN_MINUTES });
}

async function readDueAttempts(db: Database): Promise<Attempt[]> {
  const now = Date.now();
  return (await getDueAttempts(db)).filter(({ dueAt }) => dueAt !== null && dueAt <= now);
}

/** Milliseconds since 1970; null when nothing waits. */
async function findNextDueTime(db: Database): Promise<number | null> {
  const [attempt] = await getDueAttempts(db);
  const first = Math.min(await nextJobAt(db), attempt?.dueAt ?? Number.POSITIVE_INFINITY);
  return Number.isFinite(first) ? first : null;
}

/** Takes one attempt one step on. */
async function advanceAttempt(db: Database, key: string): Promise<void> {
  const attempt = await getAttempt(db, key);
  if (!attempt || attempt.dueAt === null || attempt.dueAt > Date.now()) return;
  const account = await getAccount(db, attempt.account);
  if (attempt.state !== "queued" && attempt.state !== "waiting") {
    return reconcile(db, account, attempt);
  }
  const age = Date.now() - attempt.createdAt;
  const tooLate = age > (attempt.state === "waiting" ? RENDER_TIMEOUT_MS : MAX_INTENT_AGE_MS);
  if (account && !tooLate) {
    await runAttempt(db, account, attempt, { unattended: true });
    return;
  }
  const late = attempt.state === "waiting" ? "not-ready" : "offline";
  const failure = { kind: account ? late : "no-account" } as const;
  await putAttempt(db, { ...attempt, state: "failed", dueAt: null, failure });
}
