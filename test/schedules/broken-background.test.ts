import { beforeEach, expect, test, vi } from "vitest";
import { runSchedule } from "./run-schedule.ts";
import type { Schedule, Step } from "./arbitrary-schedule.ts";
import { setUp } from "./setup.ts";
import { wrongIn } from "./run-and-check.ts";

/* A background that is broken on purpose is found out by schedules, too, and not only by planted facts. */

const broken = vi.hoisted(() => ({ how: "" }));

vi.mock("../../src/store/attempts.ts", async (original) => {
  const real = await original<typeof import("../../src/store/attempts.ts")>();
  return {
    ...real,
    async claimAttempt(...[db, wanted, markOf]: Parameters<typeof real.claimAttempt>) {
      if (broken.how !== "takes every press for its own")
        return real.claimAttempt(db, wanted, markOf);
      await real.putAttempt(db, wanted);
      return { attempt: wanted, isNew: true };
    },
  };
});

vi.mock("../../src/background/sharing/reconcile.ts", async (original) => {
  const real = await original<typeof import("../../src/background/sharing/reconcile.ts")>();
  const attempts = await import("../../src/store/attempts.ts");
  return {
    async reconcile(...[db, account, attempt]: Parameters<typeof real.reconcile>) {
      if (broken.how !== "never looks into the list") return real.reconcile(db, account, attempt);
      return attempts.putAttempt(db, { ...attempt, dueAt: null, state: "failed" });
    },
  };
});

vi.mock("../../src/background/sharing/recover.ts", async (original) => {
  const real = await original<typeof import("../../src/background/sharing/recover.ts")>();
  return {
    async recover(db: Parameters<typeof real.recover>[0]) {
      if (broken.how === "sends again after a crash") {
        const attempts = await import("../../src/store/attempts.ts");
        for (const each of await attempts.getAttemptsInState(db, "sending")) {
          await attempts.putAttempt(db, { ...each, state: "queued" });
        }
      }
      return real.recover(db);
    },
  };
});

vi.mock("../../src/store/database/open-replicated.ts", async (original) => {
  const real = await original<typeof import("../../src/store/database/open-replicated.ts")>();
  const { openMainDatabase: openMain } = await import("../../src/store/database/open-database.ts");
  return {
    async openReplicated(...asked: Parameters<typeof real.openReplicated>) {
      if (broken.how !== "writes no second copy") return real.openReplicated(...asked);
      await real.openReplicated(asked[0]);
      return { db: await openMain(), health: { repaired: null, lost: false } };
    },
  };
});

const service = setUp();
beforeEach(() => {
  broken.how = "";
});

const press = (thing: number): Step => ({ do: "press", thing, expires: true, recipient: false });
const schedule = (...steps: [Step, number | null][]): Schedule => ({
  seed: 3,
  behind: 0,
  renders: 0,
  steps: steps.map(([step, gap]) => ({ step, gap })),
});
const silent: Step = { do: "fault", fault: { on: "share", times: 1, act: { kind: "silent" } } };

test.each([
  [
    "takes every press for its own",
    "9",
    schedule([press(0), 5], [{ do: "press again", which: 0, same: false }, null]),
  ],
  ["never looks into the list", "2", schedule([silent, 0], [press(2), null])],
  [
    "sends again after a crash",
    "3",
    schedule([press(0), 0], [{ do: "crash", nth: 1, at: "share:answered" }, 7000]),
  ],
  ["writes no second copy", "8", schedule([press(0), null])],
])("a background that %s", { timeout: 60_000 }, async (how, invariant, steps) => {
  expect(wrongIn(await runSchedule(service(), steps))).toEqual([]);
  broken.how = how;
  const found = wrongIn(await runSchedule(service(), steps));
  expect(found.map((each) => each.slice(1).split(" ")[0])).toContain(invariant);
});
