import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitrarySchedule } from "./arbitrary-schedule.ts";
import { runSchedule } from "./run-schedule.ts";
import { useSimulation } from "./setup.ts";

const sandbox = useSimulation();

/** The services create their ids with real randomness; nothing depends on them. */
const removeIds = (line: string): string =>
  line.replace(/(mslink_|shares%3A|shares\/)[\w-]+/g, "$1…").replace(/\{.*/, "");

test(
  "a schedule runs twice with the same trace, to the millisecond",
  {
    timeout: 60_000,
  },
  async () => {
    for (const schedule of fc.sample(arbitrarySchedule, { numRuns: 12, seed: 4 })) {
      const first = await runSchedule(sandbox(), schedule, true);
      const second = await runSchedule(sandbox(), schedule, true);
      expect(second.trace.map(removeIds)).toEqual(first.trace.map(removeIds));
      expect(second.stops).toEqual(first.stops);
    }
  },
);
