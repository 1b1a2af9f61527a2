import { putAccount } from "../../src/store/accounts.ts";
import type { Schedule, Step } from "./arbitrary-schedule.ts";
import { simulateGlobals } from "./browser-globals.ts";
import { accounts } from "./fixtures.ts";
import type { Observations } from "./observations.ts";
import type { InMemorySandbox } from "./sandbox-in-memory.ts";
import { createBackground, StoppedError } from "./simulated-background.ts";
import { createClock, createRandom } from "./simulated-clock.ts";
import type { Clock } from "./simulated-clock.ts";
import { createDisk } from "./simulated-disk.ts";
import { createNetwork } from "./simulated-network.ts";
import { createUser } from "./simulated-user.ts";
import { performUserStep } from "./user-actions.ts";

const START = Date.UTC(2026, 8, 1, 12);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A schedule that runs more timers than this at its end never becomes idle. */
const MAX_TIMERS = 3000;

export interface ScheduleResult {
  /** Observed when idle without help of the user, then after the user's help and one more start of the background. */
  observations: Observations[];
  /** What happened, line by line; empty unless `isTraced`. */
  trace: string[];
  /** The failpoint or the reason of each stop of the background. */
  stops: string[];
  /** How many requests the background sent. */
  requests: number;
}

/** Runs a schedule until nothing is left to do. */
export async function runSchedule(
  sandbox: InMemorySandbox,
  { seed, listLag, renderTime, steps }: Schedule,
  isTraced = false,
): Promise<ScheduleResult> {
  const clock = createClock(START);
  const random = createRandom(seed);
  const trace: string[] = [];
  const stops: string[] = [];
  let requests = 0;
  const log = (line: string): void => {
    if (isTraced) trace.push(`${((clock.now() - START) / 1000).toFixed(3).padStart(11)} ${line}`);
  };
  sandbox.reset({ craftkitRenderMs: renderTime });
  const network = createNetwork(clock, random, sandbox, log);
  network.listLag = listLag;
  const background = createBackground({
    clock,
    log,
    onStop(reason) {
      stops.push(reason);
      network.disconnect(new StoppedError());
      disk.endTransactions(() => random() < 0.5);
    },
  });
  const disk = createDisk(background.assertRunning, background.instance);
  const user = createUser(clock, background, log);
  const uncaught: string[] = [];
  simulateGlobals({
    clock,
    random,
    storageBuckets: disk.storageBuckets,
    localStorage: new Map(),
    alarms: background.alarms,
    isOnline: () => network.online,
    async fetch(url, init) {
      background.assertRunning();
      requests += 1;
      return network.send(url, init);
    },
    setTimer(ms, run) {
      const owner = background.instance();
      return clock.setTimer(ms, () => {
        if (owner !== 0 && background.instance() === owner) run();
      });
    },
    onUncaught(error) {
      if (!(error instanceof StoppedError))
        uncaught.push(error instanceof Error ? (error.stack ?? "") : String(error));
    },
  });

  async function performStep(step: Step): Promise<void> {
    await background.wake();
    await clock.waitUntilIdle(); // until its storage is open, or an old background met its StoppedError
    await performUserStep(user, step, clock.now());
  }

  async function observe(isIdle: boolean, hasUserIntervened: boolean): Promise<Observations> {
    const [main, copy] = [disk.readRows("main"), disk.readRows("copy")];
    await clock.waitUntilIdle();
    const { presses, withdrawn, saves, revocations, pendingMessages } = user;
    return {
      presses,
      withdrawn,
      isIdle,
      hasUserIntervened,
      saves: copyChanges(saves),
      revocations: copyChanges(revocations),
      unanswered: [...pendingMessages],
      uncaught,
      isLossReported: background.hasReportedLoss(),
      shareRequests: sandbox.shareRequests,
      createdShares: sandbox.readCreatedShares(),
      remoteLibrary: sandbox.readLibrary(),
      main: await main,
      copy: await copy,
    };
  }

  try {
    const { storage } = await background.wake();
    await clock.waitUntilIdle();
    const { db } = await storage;
    for (const { account, key } of accounts) await putAccount(db, account, key);
    for (const { step, gap } of steps) {
      log(`- ${JSON.stringify(step)}`);
      if (step.do === "fault") network.addFault(step.fault);
      else if (step.do === "offline") network.online = false;
      else if (step.do === "online") {
        network.online = true;
        background.handleOnline();
      } else if (step.do === "crash") background.planCrash(step);
      else if (step.do === "stop" || step.do === "damage") {
        background.stop(step.do);
        if (step.do === "stop" && step.dropsAlarm) background.dropAlarm();
        await clock.waitUntilIdle();
        if (step.do === "damage" && disk.isRepaired) disk.damage(step.replica, step.damage);
      } else await performStep(step);
      if (gap === null) await waitForReplies(clock, user.pendingMessages);
      else await clock.advance(gap);
    }

    log("- no faults from here on");
    network.online = true;
    network.clearFaults();
    network.listLag = Math.min(listLag, 1000);
    background.planCrash(null);
    await background.wake();
    background.handleOnline();
    const unattended = await observe(await runUntilIdle(clock), false);

    const jobs = (unattended.main["outbox"] ?? []).length;
    if (jobs > 0) {
      log("- the user replaces every key and retries every job");
      for (const index of accounts.keys()) await performStep({ do: "replace key", index });
      await runUntilIdle(clock);
      for (let index = 0; index < jobs; index += 1) {
        await performStep({ do: "retry", index });
      }
      await runUntilIdle(clock);
    }

    const stopsOfSchedule = [...stops];
    background.stop("one more start");
    await clock.waitUntilIdle();
    await background.wake();
    const afterRestart = await observe(await runUntilIdle(clock), true);
    return { observations: [unattended, afterRestart], trace, stops: stopsOfSchedule, requests };
  } finally {
    background.stop("the end");
    await clock.waitUntilIdle();
    simulateGlobals(null);
  }
}

/** Waits for every reply, for at most three minutes of simulated time. */
async function waitForReplies(clock: Clock, pendingMessages: ReadonlySet<string>): Promise<void> {
  const limit = clock.now() + 3 * MINUTE_MS;
  await clock.waitUntilIdle();
  while (pendingMessages.size > 0 && (await clock.runNextTimer(limit)));
}

/** False when there are always more timers. */
async function runUntilIdle(clock: Clock): Promise<boolean> {
  await clock.waitUntilIdle();
  const limit = clock.now() + 4 * DAY_MS;
  for (let timers = 0; timers < MAX_TIMERS; timers += 1) {
    if (!(await clock.runNextTimer(limit))) return true;
  }
  return false;
}

const copyChanges = <T extends object>(
  changes: ReadonlyMap<string, readonly T[]>,
): Map<string, T[]> =>
  new Map([...changes].map(([key, all]) => [key, all.map((each) => ({ ...each }))]));
