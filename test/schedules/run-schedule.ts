import { putAccount } from "../../src/store/accounts.ts";
import { createBackground, Dead } from "./simulated-background.ts";
import { createClock, createDice } from "./simulated-clock.ts";
import type { Clock } from "./simulated-clock.ts";
import { createDisk } from "./simulated-disk.ts";
import type { Facts } from "./observations.ts";
import { createNetwork } from "./simulated-network.ts";
import { act } from "./user-actions.ts";
import { createPerson } from "./simulated-user.ts";
import { accounts } from "./fixtures.ts";
import type { Schedule, Step } from "./arbitrary-schedule.ts";
import type { Service } from "./sandbox-in-memory.ts";
import { surround } from "./browser-globals.ts";

const START = Date.UTC(2026, 8, 1, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** No schedule needs more timers than this to come to rest. */
const MOST_TIMERS = 3000;

export interface Outcome {
  /** At rest by itself, then after the person has helped and one more start. */
  facts: Facts[];
  /** What happened, line by line; empty unless asked for. */
  trace: string[];
  /** Where backgrounds were ended. */
  deaths: string[];
  /** How many left the background. */
  requests: number;
}

/** Runs a schedule from the first press to rest. */
export async function runSchedule(
  service: Service,
  { seed, behind, renders, steps }: Schedule,
  traced = false,
): Promise<Outcome> {
  const clock = createClock(START);
  const dice = createDice(seed);
  const trace: string[] = [];
  const deaths: string[] = [];
  let requests = 0;
  const log = (line: string): void => {
    if (traced) trace.push(`${((clock.now() - START) / 1000).toFixed(3).padStart(11)} ${line}`);
  };
  service.reset({ craftkitRenderMs: renders });
  const network = createNetwork(clock, dice, service, log);
  network.behind = behind;
  const background = createBackground({
    clock,
    log,
    onDeath(where) {
      deaths.push(where);
      network.cut(new Dead());
      disk.cut(() => dice() < 0.5);
    },
  });
  const disk = createDisk(background.gate, background.incarnation);
  const person = createPerson(clock, background, log);
  const uncaught: string[] = [];
  surround({
    clock,
    dice,
    buckets: disk.buckets,
    local: new Map(),
    browserAlarms: background.alarms,
    isOnline: () => network.online,
    async fetch(url, init) {
      background.gate();
      requests += 1;
      return network.send(url, init);
    },
    timer(ms, run) {
      const mine = background.incarnation();
      return clock.after(ms, () => {
        if (mine !== 0 && background.incarnation() === mine) run();
      });
    },
    onUncaught(error) {
      if (!(error instanceof Dead))
        uncaught.push(error instanceof Error ? (error.stack ?? "") : String(error));
    },
  });

  async function does(step: Step): Promise<void> {
    await background.wake();
    await clock.calm(); // its storage opens, or somebody finds out that it is dead
    await act(person, step, clock.now());
  }

  async function look(rested: boolean, helped: boolean): Promise<Facts> {
    const [main, copy] = [disk.rows("main"), disk.rows("copy")];
    await clock.calm();
    const { presses, forgotten, saves, revocations, waiting } = person;
    return {
      presses,
      forgotten,
      rested,
      helped,
      saves: copyOf(saves),
      revocations: copyOf(revocations),
      unanswered: [...waiting],
      uncaught,
      wasLost: background.lost(),
      posts: service.posts,
      service: service.committed(),
      library: service.library(),
      main: await main,
      copy: await copy,
    };
  }

  try {
    const { storage } = await background.wake();
    await clock.calm(); // nothing but writing, for which no time passes
    const { db } = await storage;
    for (const { account, key } of accounts) await putAccount(db, account, key);
    for (const { step, gap } of steps) {
      log(`- ${JSON.stringify(step)}`);
      if (step.do === "fault") network.add(step.fault);
      else if (step.do === "offline") network.online = false;
      else if (step.do === "online") {
        network.online = true;
        background.online();
      } else if (step.do === "crash") background.killAt(step);
      else if (step.do === "stop" || step.do === "damage") {
        background.kill(step.do);
        if (step.do === "stop" && step.forgetsAlarm) background.forgetAlarm();
        await clock.calm();
        if (step.do === "damage" && disk.whole) disk.damage(step.place, step.how);
      } else await does(step);
      if (gap === null) await untilAnswered(clock, person.waiting);
      else await clock.pass(gap);
    }

    log("- healthy from here");
    network.online = true;
    network.heal();
    network.behind = Math.min(behind, 1000);
    background.killAt(null);
    await background.wake();
    background.online();
    const alone = await look(await rest(clock), false);

    const left = (alone.main["outbox"] ?? []).length;
    if (left > 0) {
      log("- the person helps");
      for (const which of accounts.keys()) await does({ do: "replace key", which });
      await rest(clock);
      for (let which = 0; which < left; which += 1) {
        await does({ do: "retry", which });
      }
      await rest(clock);
    }

    const crashes = [...deaths];
    background.kill("one more start");
    await clock.calm();
    await background.wake();
    const again = await look(await rest(clock), true);
    return { facts: [alone, again], trace, deaths: crashes, requests };
  } finally {
    background.kill("the end");
    await clock.calm();
    surround(null);
  }
}

async function untilAnswered(clock: Clock, waiting: ReadonlySet<string>): Promise<void> {
  const limit = clock.now() + 3 * MINUTE;
  await clock.calm();
  while (waiting.size > 0 && (await clock.step(limit)));
}

/** False when there is always one more thing to do. */
async function rest(clock: Clock): Promise<boolean> {
  await clock.calm();
  const limit = clock.now() + 4 * DAY;
  for (let timers = 0; timers < MOST_TIMERS; timers += 1) {
    if (!(await clock.step(limit))) return true;
  }
  return false;
}

const copyOf = <T extends object>(wishes: ReadonlyMap<string, readonly T[]>): Map<string, T[]> =>
  new Map([...wishes].map(([key, all]) => [key, all.map((each) => ({ ...each }))]));
