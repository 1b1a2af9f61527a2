import fc from "fast-check";
import { arbitrarySchedule } from "./arbitrary-schedule.ts";
import type { Schedule } from "./arbitrary-schedule.ts";
import { checkInvariants } from "./invariants.ts";
import { runSchedule } from "./run-schedule.ts";
import type { ScheduleResult } from "./run-schedule.ts";
import type { InMemorySandbox } from "./sandbox-in-memory.ts";

/** The violations in all observations of a schedule, each of them once. */
export const findViolations = ({ observations }: ScheduleResult): string[] => [
  ...new Set(observations.flatMap(checkInvariants)),
];

export interface CheckResult {
  /** The shortest schedule found that violates an invariant, with its trace; null when there is none. */
  counterexample: string | null;
  /** How often the background was stopped, by failpoint or reason. */
  stops: Map<string, number>;
  requests: number;
}

/**
 * Runs so many random schedules. They follow from the seed; `path`, as a counterexample prints it, selects one of them.
 */
export async function checkSchedules(
  sandbox: InMemorySandbox,
  { runs, seed, path = "" }: { runs: number; seed: number; path?: string },
): Promise<CheckResult> {
  const stops = new Map<string, number>();
  let requests = 0;
  const property = fc.asyncProperty(arbitrarySchedule, async (schedule: Schedule) => {
    const result = await runSchedule(sandbox, schedule);
    requests += result.requests;
    for (const reason of result.stops) stops.set(reason, (stops.get(reason) ?? 0) + 1);
    const violations = findViolations(result);
    if (violations.length > 0) throw new Error(violations.join("\n"));
  });
  const checked = await fc.check(property, { numRuns: runs, seed, path });
  const [shortest] = checked.counterexample ?? [];
  if (!checked.failed || !shortest) return { counterexample: null, stops, requests };
  const result = await runSchedule(sandbox, shortest, true);
  const counterexample = [
    `again: EARMARK_SEED=${seed} EARMARK_PATH=${checked.counterexamplePath ?? ""}`,
    JSON.stringify(shortest),
    ...findViolations(result),
    ...result.trace,
  ].join("\n");
  return { counterexample, stops, requests };
}
