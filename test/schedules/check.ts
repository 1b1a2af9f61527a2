import fc from "fast-check";
import { violations } from "./invariants.ts";
import { type Outcome, runSchedule } from "./run.ts";
import { type Schedule, schedule } from "./schedule.ts";
import type { Service } from "./service.ts";

/** What is wrong with what a schedule left, at any of its rests. */
export const wrong = ({ facts }: Outcome): string[] => [...new Set(facts.flatMap(violations))];

/**
 * Runs so many random schedules; the same seed gives the same ones. Null when all is as it must be, else the
 * shortest schedule that goes wrong, in words.
 */
export async function checkSchedules(
  service: Service,
  { runs, seed, path = "" }: { runs: number; seed: number; path?: string },
): Promise<string | null> {
  const property = fc.asyncProperty(schedule, async (asked: Schedule) => {
    const found = wrong(await runSchedule(service, asked));
    if (found.length > 0) throw new Error(found.join("\n"));
  });
  const checked = await fc.check(property, { numRuns: runs, seed, path, verbose: 0 });
  if (!checked.failed) return null;
  const [worst] = checked.counterexample ?? [];
  if (!worst) return `no schedule was run: seed ${seed}`;
  const outcome = await runSchedule(service, worst, true);
  return [
    `A schedule goes wrong. Again: EARMARK_SEED=${seed} EARMARK_PATH=${checked.counterexamplePath ?? ""}`,
    JSON.stringify(worst),
    ...wrong(outcome),
    ...outcome.trace,
  ].join("\n");
}
