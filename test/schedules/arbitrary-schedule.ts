import fc from "fast-check";
import { failpoints } from "../../src/model/failpoint.ts";
import type { Failpoint } from "../../src/model/failpoint.ts";
import type { Replica } from "../../src/store/database/replicas.ts";
import type { Damage } from "./simulated-disk.ts";
import type { Effect, Fault } from "./simulated-network.ts";

/**
 * One event: an action of the user, of the browser or of the network. `index` picks one of the links, attempts,
 * jobs … that exist at that moment, and `track` one of `tracks` (fixtures.ts).
 */
export type Step =
  | { do: "share"; track: number; expires: boolean; recipient: boolean }
  /** Shares what an earlier press shared once more, with a new intent or with the same one. */
  | { do: "share again"; index: number; sameIntent: boolean }
  | { do: "revoke"; index: number }
  | { do: "save"; track: number }
  | { do: "unsave"; track: number }
  | { do: "undo"; index: number }
  | { do: "withdraw attempt"; index: number }
  | { do: "cancel job"; index: number }
  | { do: "retry"; index: number }
  | { do: "replace key"; index: number }
  | { do: "refresh library" }
  | { do: "list links"; track: number }
  | { do: "fault"; fault: Fault }
  | { do: "offline" }
  | { do: "online" }
  /** The background crashes at the `count`-th failpoint from now on; counts only `at` if it is given. */
  | { do: "crash"; count: number; at: Failpoint | null }
  /** The browser stops the background, and may lose its alarm. */
  | { do: "stop"; dropsAlarm: boolean }
  | { do: "damage"; replica: Replica; damage: Damage }
  | { do: "wake" };

export interface TimedStep {
  step: Step;
  /** Milliseconds until the next step; null: until every message has a reply. */
  gap: number | null;
}

export interface Schedule {
  /** Seed of all other randomness: delays, jitter, ids. */
  seed: number;
  /** How old Mix That's list of links can be, in milliseconds. */
  listLag: number;
  /** How long CraftKit's slow render takes, in milliseconds. */
  renderTime: number;
  steps: readonly TimedStep[];
}

const index = fc.nat(7);
const track = fc.nat(5);

const effect: fc.Arbitrary<Effect> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Effect>({ kind: "lost" }) },
  { weight: 4, arbitrary: fc.constant<Effect>({ kind: "no-response" }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("late" as const),
      ms: fc.integer({ min: 100, max: 280_000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("truncated" as const), bytes: fc.nat(330) }),
  },
  { weight: 1, arbitrary: fc.constant<Effect>({ kind: "html" }) },
  { weight: 1, arbitrary: fc.constant<Effect>({ kind: "sent-twice" }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("status" as const),
      status: fc.constantFrom(500, 502, 503),
      executed: fc.boolean(),
      retryAfter: fc.constant(null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("status" as const),
      status: fc.constantFrom(401, 403, 409, 429),
      executed: fc.constant(false),
      retryAfter: fc.constantFrom(null, "2", "90", "soon"),
    }),
  },
);

const fault: fc.Arbitrary<Fault> = fc.record({
  on: fc.constantFrom<Fault["on"]>("any", "share", "share", "change", "list"),
  times: fc.constantFrom(1, 1, 1, 2, 3, 12),
  effect,
});

const share = fc.record({
  do: fc.constant("share" as const),
  track,
  expires: fc.boolean(),
  recipient: fc.nat(3).map((n) => n === 0),
});

const crash = fc.record({
  do: fc.constant("crash" as const),
  count: fc.constantFrom(1, 1, 1, 2, 3, 4, 6, 9, 14),
  at: fc.constantFrom(...failpoints, ...failpoints.map(() => null)),
});

const steps: readonly [weight: number, step: fc.Arbitrary<Step>][] = [
  [8, share],
  [
    4,
    fc.record({
      do: fc.constant("share again" as const),
      index,
      sameIntent: fc.nat(2).map((n) => n === 0),
    }),
  ],
  [5, fc.record({ do: fc.constant("revoke" as const), index })],
  [3, fc.record({ do: fc.constant("save" as const), track })],
  [3, fc.record({ do: fc.constant("unsave" as const), track })],
  [3, fc.record({ do: fc.constant("undo" as const), index })],
  [2, fc.record({ do: fc.constant("withdraw attempt" as const), index })],
  [1, fc.record({ do: fc.constant("cancel job" as const), index })],
  [1, fc.record({ do: fc.constant("retry" as const), index })],
  [1, fc.record({ do: fc.constant("replace key" as const), index })],
  [1, fc.constant({ do: "refresh library" as const })],
  [1, fc.record({ do: fc.constant("list links" as const), track })],
  [8, fc.record({ do: fc.constant("fault" as const), fault })],
  [1, fc.constant({ do: "offline" as const })],
  [2, fc.constant({ do: "online" as const })],
  [6, crash],
  [3, fc.record({ do: fc.constant("stop" as const), dropsAlarm: fc.boolean() })],
  [
    2,
    fc.record({
      do: fc.constant("damage" as const),
      replica: fc.constantFrom<Replica>("main", "copy"),
      damage: fc.constantFrom<Damage>("empty", "unreadable"),
    }),
  ],
  [1, fc.constant({ do: "wake" as const })],
];

const gap: fc.Arbitrary<number | null> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 300 }) },
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.integer({ min: 301, max: 7000 }) },
  { weight: 2, arbitrary: fc.constantFrom(15_000, 60_000, 700_000) },
  { weight: 1, arbitrary: fc.constantFrom(3_700_000, 90_000_000, 260_000_000) },
);

const anyStep = fc.tuple(
  fc.record({
    step: fc.oneof(...steps.map(([weight, arbitrary]) => ({ weight, arbitrary }))),
    gap,
  }),
);

/** A share whose response is lost, then a crash while the background reconciles it: rare by chance alone. */
const lostShareAndCrash: fc.Arbitrary<TimedStep[]> = fc
  .tuple(fc.constantFrom("no-response" as const, "lost" as const), share, crash, gap)
  .map(([kind, shareStep, crashStep, lastGap]) => [
    { step: { do: "fault", fault: { on: "share", times: 1, effect: { kind } } }, gap: 0 },
    { step: shareStep, gap: 0 },
    { step: crashStep, gap: lastGap },
  ]);

export const arbitrarySchedule: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.noShrink(fc.integer()),
  listLag: fc.constantFrom(0, 0, 900, 7000, 60_000, 300_000),
  renderTime: fc.constantFrom(0, 40_000, 400_000),
  steps: fc
    .array(
      fc.oneof({ weight: 9, arbitrary: anyStep }, { weight: 1, arbitrary: lostShareAndCrash }),
      { minLength: 1, maxLength: 12, size: "max" },
    )
    .map((groups) => groups.flat()),
});
