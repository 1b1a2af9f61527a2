import { beforeEach, expect, test, vi } from "vitest";
import type { Schedule, Step } from "./arbitrary-schedule.ts";
import { findViolations } from "./run-and-check.ts";
import { runSchedule } from "./run-schedule.ts";
import { useSimulation } from "./setup.ts";

/* Schedules find defects that are built into the background, not only changed observations (invariants.test.ts). */

const defect = vi.hoisted(() => ({ name: "" }));

vi.mock("../../src/store/attempts.ts", async (original) => {
  const real = await original<typeof import("../../src/store/attempts.ts")>();
  return {
    ...real,
    async claimAttempt(...[db, wanted, markOf]: Parameters<typeof real.claimAttempt>) {
      if (defect.name !== "shares twice at a double click")
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
      if (defect.name !== "never reads the service's list")
        return real.reconcile(db, account, attempt);
      return attempts.putAttempt(db, { ...attempt, dueAt: null, state: "failed" });
    },
  };
});

vi.mock("../../src/background/sharing/recover.ts", async (original) => {
  const real = await original<typeof import("../../src/background/sharing/recover.ts")>();
  return {
    async recover(db: Parameters<typeof real.recover>[0]) {
      if (defect.name === "sends again after a crash") {
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
  const { openMainDatabase } = await import("../../src/store/database/open-database.ts");
  return {
    async openReplicated(...parameters: Parameters<typeof real.openReplicated>) {
      if (defect.name !== "does not write the copy") return real.openReplicated(...parameters);
      await real.openReplicated(parameters[0]);
      return { db: await openMainDatabase(), health: { repaired: null, lost: false } };
    },
  };
});

const sandbox = useSimulation();
beforeEach(() => {
  defect.name = "";
});

const share = (track: number): Step => ({ do: "share", track, expires: true, recipient: false });
const createSchedule = (...steps: [Step, number | null][]): Schedule => ({
  seed: 3,
  listLag: 0,
  renderTime: 0,
  steps: steps.map(([step, gap]) => ({ step, gap })),
});
const noResponse: Step = {
  do: "fault",
  fault: { on: "share", times: 1, effect: { kind: "no-response" } },
};

test.each([
  [
    "shares twice at a double click",
    "9",
    createSchedule([share(0), 5], [{ do: "share again", index: 0, sameIntent: false }, null]),
  ],
  ["never reads the service's list", "2", createSchedule([noResponse, 0], [share(2), null])],
  [
    "sends again after a crash",
    "3",
    createSchedule([share(0), 0], [{ do: "crash", count: 1, at: "share:answered" }, 7000]),
  ],
  ["does not write the copy", "8", createSchedule([share(0), null])],
])(
  "a background that %s violates an invariant",
  {
    timeout: 60_000,
  },
  async (name, invariant, schedule) => {
    expect(findViolations(await runSchedule(sandbox(), schedule))).toEqual([]);
    defect.name = name;
    const found = findViolations(await runSchedule(sandbox(), schedule));
    expect(found.map((each) => each.slice(1).split(" ")[0])).toContain(invariant);
  },
);
