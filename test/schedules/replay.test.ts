import fc from "fast-check";
import { expect, test } from "vitest";
import { runSchedule } from "./run-schedule.ts";
import { schedule } from "./arbitrary-schedule.ts";
import { setUp } from "./setup.ts";

const service = setUp();

/** The services make their ids by real chance; nothing depends on them. */
const withoutIds = (line: string): string =>
  line.replace(/(mslink_|shares%3A|shares\/)[\w-]+/g, "$1…").replace(/\{.*/, "");

test(
  "a schedule runs the same way each time, to the millisecond",
  { timeout: 60_000 },
  async () => {
    for (const one of fc.sample(schedule, { numRuns: 12, seed: 4 })) {
      const first = await runSchedule(service(), one, true);
      const second = await runSchedule(service(), one, true);
      expect(second.trace.map(withoutIds)).toEqual(first.trace.map(withoutIds));
      expect(second.deaths).toEqual(first.deaths);
    }
  },
);
