import { createHandlers } from "../../src/background/handlers/app.ts";
import { retryOfflineJobs } from "../../src/background/outbox/outbox.ts";
import { createScheduler } from "../../src/background/scheduler/scheduler.ts";
import { openStorage } from "../../src/background/storage/open-storage.ts";
import type { Storage } from "../../src/background/storage/open-storage.ts";
import type { Handlers } from "../../src/messages/receive.ts";
import { onFailpoint } from "../../src/model/failpoint.ts";
import type { Failpoint } from "../../src/model/failpoint.ts";
import type { Clock } from "./simulated-clock.ts";

/** What a dead background meets wherever it would reach out. */
export class Dead extends Error {}

export interface Alive {
  handlers: Handlers;
  storage: Promise<Storage>;
}

/** The one background, which the browser starts, stops and starts again. */
export interface Background {
  /** Which one it is; 0 when none lives. */
  incarnation(): number;
  /** Throws when none lives. */
  gate(): void;
  /** The living one; started when there is none. */
  wake(): Promise<Alive>;
  /** Ends it where it stands. */
  kill(why: string): void;
  /** Ends it at the n-th failpoint that it reaches from now on, or the n-th time at one; null: nowhere. */
  killAt(which: { nth: number; at: Failpoint | null } | null): void;
  /** Its network is back. */
  online(): void;
  /** What `browser.alarms` is to it. */
  readonly alarms: object;
  /** The browser was closed, and may not know its alarms any more. */
  forgetAlarm(): void;
  /** Whether it was ever told that something was lost for good. */
  lost(): boolean;
}

interface Around {
  clock: Clock;
  log(line: string): void;
  /** Cuts off what it was doing; `where` is a failpoint, or what ended it. */
  onDeath(where: string): void;
}

/** Nothing lives yet. */
export function createBackground({ clock, log, onDeath }: Around): Background {
  let born = 0;
  let living = 0;
  let alive: Alive | null = null;
  let doom: { nth: number; at: Failpoint | null } | null = null;
  let wasLost = false;
  let listen: ((alarm: { name: string }) => void)[] = [];
  let back: (() => void) | null = null;
  let cancelAlarm: (() => void) | null = null;

  function start(): Alive {
    born += 1;
    living = born; // before anything of it runs
    log(`background ${born}`);
    listen = [];
    const storage = openStorage();
    storage.then(
      ({ lost }) => (wasLost ||= lost),
      () => {}, // whoever waits for it is told
    );
    const opened = storage.then(({ db }) => db);
    const scheduler = createScheduler(opened);
    alive = { handlers: createHandlers(storage, scheduler), storage };
    back = () => void opened.then(retryOfflineJobs).then(scheduler.run);
    void scheduler.run();
    return alive;
  }

  const background: Background = {
    incarnation: () => living,
    gate() {
      if (living === 0) throw new Dead();
    },
    async wake() {
      if (alive) return alive;
      // The last one has still to notice that it is dead.
      await clock.calm();
      return alive ?? start();
    },
    kill(why) {
      if (!alive) return;
      log(`background ${born} dies: ${why}`);
      alive = null;
      living = 0;
      listen = [];
      doom = null;
      onDeath(why);
    },
    killAt(which) {
      doom = which && { ...which };
    },
    online() {
      if (alive) back?.();
    },
    forgetAlarm: () => cancelAlarm?.(),
    lost: () => wasLost,
    alarms: {
      onAlarm: { addListener: (each: (alarm: { name: string }) => void) => listen.push(each) },
      async create(name: string, { when }: { when: number }) {
        background.gate();
        cancelAlarm?.();
        cancelAlarm = clock.after(when - clock.now(), () => {
          log("alarm");
          if (alive) for (const each of listen) each({ name });
          else start();
        });
      },
      async clear() {
        background.gate();
        cancelAlarm?.();
      },
    },
  };

  onFailpoint(async (at: Failpoint) => {
    background.gate();
    if (!doom || (doom.at !== null && doom.at !== at)) return;
    doom.nth -= 1;
    if (doom.nth > 0) return;
    background.kill(at);
    throw new Dead();
  });
  return background;
}
