import { createHandlers } from "../../src/background/handlers/app.ts";
import { retryOfflineJobs } from "../../src/background/outbox/outbox.ts";
import { createScheduler } from "../../src/background/scheduler/scheduler.ts";
import { openStorage } from "../../src/background/storage/open-storage.ts";
import type { Storage } from "../../src/background/storage/open-storage.ts";
import type { Handlers } from "../../src/messages/receive.ts";
import { onFailpoint } from "../../src/model/failpoint.ts";
import type { Failpoint } from "../../src/model/failpoint.ts";
import type { Clock } from "./simulated-clock.ts";

/** Thrown at each call to the network, the disk or the browser by a background that was stopped. */
export class StoppedError extends Error {}

export interface RunningBackground {
  handlers: Handlers;
  storage: Promise<Storage>;
}

/** The extension's background as the browser sees it: started, stopped and started again. */
export interface SimulatedBackground {
  /** The number of the background that runs; 0 when none does. */
  instance(): number;
  /** Throws a StoppedError when none runs. */
  assertRunning(): void;
  /** Starts a background unless one runs, and returns the one that runs. */
  wake(): Promise<RunningBackground>;
  /** Stops the background at once. */
  stop(reason: string): void;
  /** Stops it at the `count`-th failpoint from now on; counts only `at` if it is given. Null: no crash. */
  planCrash(crash: { count: number; at: Failpoint | null } | null): void;
  /** Does what the background does at the browser's `online` event. */
  handleOnline(): void;
  /** `browser.alarms` of the background. */
  readonly alarms: object;
  /** The browser loses its alarms, as it may when it is closed. */
  dropAlarm(): void;
  /** Whether any instance reported that data was lost. */
  hasReportedLoss(): boolean;
}

interface Options {
  clock: Clock;
  log(line: string): void;
  /** Called when a background is stopped, with the failpoint or the reason. */
  onStop(reason: string): void;
}

/** None runs until `wake` is called. */
export function createBackground({ clock, log, onStop }: Options): SimulatedBackground {
  let started = 0;
  let instance = 0;
  let running: RunningBackground | null = null;
  let plannedCrash: { count: number; at: Failpoint | null } | null = null;
  let hasReportedLoss = false;
  let alarmListeners: ((alarm: { name: string }) => void)[] = [];
  let retryOffline: (() => void) | null = null;
  let cancelAlarm: (() => void) | null = null;

  function start(): RunningBackground {
    started += 1;
    instance = started; // before its first line runs
    log(`background ${started}`);
    alarmListeners = [];
    const storage = openStorage();
    storage.then(
      ({ lost }) => (hasReportedLoss ||= lost),
      () => {}, // each caller that waits for the storage gets this error
    );
    const opened = storage.then(({ db }) => db);
    const scheduler = createScheduler(opened);
    running = { handlers: createHandlers(storage, scheduler), storage };
    retryOffline = () => void opened.then(retryOfflineJobs).then(scheduler.run);
    void scheduler.run();
    return running;
  }

  const background: SimulatedBackground = {
    instance: () => instance,
    assertRunning() {
      if (instance === 0) throw new StoppedError();
    },
    async wake() {
      if (running) return running;
      // Lets the previous one run into its StoppedError first.
      await clock.waitUntilIdle();
      return running ?? start();
    },
    stop(reason) {
      if (!running) return;
      log(`background ${started} stops: ${reason}`);
      running = null;
      instance = 0;
      alarmListeners = [];
      plannedCrash = null;
      onStop(reason);
    },
    planCrash(crash) {
      plannedCrash = crash && { ...crash };
    },
    handleOnline() {
      if (running) retryOffline?.();
    },
    dropAlarm: () => cancelAlarm?.(),
    hasReportedLoss: () => hasReportedLoss,
    alarms: {
      onAlarm: {
        addListener: (listener: (alarm: { name: string }) => void) => alarmListeners.push(listener),
      },
      async create(name: string, { when }: { when: number }) {
        background.assertRunning();
        cancelAlarm?.();
        cancelAlarm = clock.setTimer(when - clock.now(), () => {
          log("alarm");
          if (running) for (const listener of alarmListeners) listener({ name });
          else start();
        });
      },
      async clear() {
        background.assertRunning();
        cancelAlarm?.();
      },
    },
  };

  onFailpoint(async (at: Failpoint) => {
    background.assertRunning();
    if (!plannedCrash || (plannedCrash.at !== null && plannedCrash.at !== at)) return;
    plannedCrash.count -= 1;
    if (plannedCrash.count > 0) return;
    background.stop(at);
    throw new StoppedError();
  });
  return background;
}
