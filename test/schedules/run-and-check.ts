import fc from "fast-check";
import { violations } from "./invariants.ts";
import { runSchedule } from "./run-schedule.ts";
import type { Outcome } from "./run-schedule.ts";
import { schedule } from "./arbitrary-schedule.ts";
import type { Schedule } from "./arbitrary-schedule.ts";
import type { Service } from "./sandbox-in-memory.ts";

/** What is wrong with what a schedule left, at any of its rests. */
export const wrongIn = ({ facts }: Outcome): string[] => [...new Set(facts.flatMap(violations))];

export interface Checked {
  /** The shortest schedule that goes wrong, in words; null when none does. */
  wrong: string | null;
  /** How often the background was ended, by where. */
  crashes: Map<string, number>;
  requests: number;
}

/** Runs so many random schedules; the same seed gives the same ones, a path leads to one of them. */
export async function checkSchedules(
  service: Service,
  { runs, seed, path = "" }: { runs: number; seed: number; path?: string },
): Promise<Checked> {
  const crashes = new Map<string, number>();
  let requests = 0;
  const property = fc.asyncProperty(schedule, async (asked: Schedule) => {
    const outcome = await runSchedule(service, asked);
    requests += outcome.requests;
    for (const where of outcome.deaths) crashes.set(where, (crashes.get(where) ?? 0) + 1);
    const found = wrongIn(outcome);
    if (found.length > 0) throw new Error(found.join("\n"));
  });
  const checked = await fc.check(property, { numRuns: runs, seed, path });
  const [worst] = checked.counterexample ?? [];
  if (!checked.failed || !worst) return { wrong: null, crashes, requests };
  const outcome = await runSchedule(service, worst, true);
  const wrong = [
    `again: EARMARK_SEED=${seed} EARMARK_PATH=${checked.counterexamplePath ?? ""}`,
    JSON.stringify(worst),
    ...wrongIn(outcome),
    ...outcome.trace,
  ].join("\n");
  return { wrong, crashes, requests };
}
