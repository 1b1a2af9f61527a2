import fc from "fast-check";
import { failpoints } from "../../src/model/failpoint.ts";
import type { Failpoint } from "../../src/model/failpoint.ts";
import type { Replica } from "../../src/store/database/replicas.ts";
import type { Damage } from "./simulated-disk.ts";
import type { Act, Fault } from "./simulated-network.ts";

/** One thing that the person, the browser or the network does. `which` picks one of what there is. */
export type Step =
  | { do: "press"; thing: number; expires: boolean; recipient: boolean }
  /** The thing pressed last, once more: as a new intent or, `same`, the same one. */
  | { do: "press again"; which: number; same: boolean }
  | { do: "revoke"; which: number }
  | { do: "save"; thing: number }
  | { do: "unsave"; thing: number }
  | { do: "undo"; which: number }
  | { do: "forget"; which: number }
  | { do: "give up"; which: number }
  | { do: "retry"; which: number }
  | { do: "replace key"; which: number }
  | { do: "refresh" }
  | { do: "list"; thing: number }
  | { do: "fault"; fault: Fault }
  | { do: "offline" }
  | { do: "online" }
  /** At the n-th of the failpoints that are reached next, or of the one that is named. */
  | { do: "crash"; nth: number; at: Failpoint | null }
  | { do: "stop"; forgetsAlarm: boolean }
  | { do: "damage"; place: Replica; how: Damage }
  | { do: "wake" };

/** A step, and how many milliseconds pass after it; null: until it is answered. */
export interface Timed {
  step: Step;
  gap: number | null;
}

export interface Schedule {
  /** Decides everything that is left to chance: delays, jitter, ids. */
  seed: number;
  /** So old may Mix That's list be, in milliseconds. */
  behind: number;
  /** How long CraftKit's slow render takes, in milliseconds. */
  renders: number;
  steps: readonly Timed[];
}

const which = fc.nat(7);
const thing = fc.nat(5);

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Act>({ kind: "lost" }) },
  { weight: 4, arbitrary: fc.constant<Act>({ kind: "silent" }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("late" as const),
      ms: fc.integer({ min: 100, max: 280_000 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("cut" as const), at: fc.nat(330) }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: "page" }) },
  { weight: 1, arbitrary: fc.constant<Act>({ kind: "twice" }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("status" as const),
      status: fc.constantFrom(500, 502, 503),
      after: fc.boolean(),
      retryAfter: fc.constant(null),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("status" as const),
      status: fc.constantFrom(401, 403, 409, 429),
      after: fc.constant(false),
      retryAfter: fc.constantFrom(null, "2", "90", "soon"),
    }),
  },
);

const fault: fc.Arbitrary<Fault> = fc.record({
  on: fc.constantFrom<Fault["on"]>("any", "share", "share", "change", "list"),
  times: fc.constantFrom(1, 1, 1, 2, 3, 12),
  act,
});

const press = fc.record({
  do: fc.constant("press" as const),
  thing,
  expires: fc.boolean(),
  recipient: fc.nat(3).map((n) => n === 0),
});

const crash = fc.record({
  do: fc.constant("crash" as const),
  nth: fc.constantFrom(1, 1, 1, 2, 3, 4, 6, 9, 14),
  at: fc.constantFrom(...failpoints, ...failpoints.map(() => null)),
});

const steps: readonly [weight: number, step: fc.Arbitrary<Step>][] = [
  [8, press],
  [
    4,
    fc.record({
      do: fc.constant("press again" as const),
      which,
      same: fc.nat(2).map((n) => n === 0),
    }),
  ],
  [5, fc.record({ do: fc.constant("revoke" as const), which })],
  [3, fc.record({ do: fc.constant("save" as const), thing })],
  [3, fc.record({ do: fc.constant("unsave" as const), thing })],
  [3, fc.record({ do: fc.constant("undo" as const), which })],
  [2, fc.record({ do: fc.constant("forget" as const), which })],
  [1, fc.record({ do: fc.constant("give up" as const), which })],
  [1, fc.record({ do: fc.constant("retry" as const), which })],
  [1, fc.record({ do: fc.constant("replace key" as const), which })],
  [1, fc.constant({ do: "refresh" as const })],
  [1, fc.record({ do: fc.constant("list" as const), thing })],
  [8, fc.record({ do: fc.constant("fault" as const), fault })],
  [1, fc.constant({ do: "offline" as const })],
  [2, fc.constant({ do: "online" as const })],
  [6, crash],
  [3, fc.record({ do: fc.constant("stop" as const), forgetsAlarm: fc.boolean() })],
  [
    2,
    fc.record({
      do: fc.constant("damage" as const),
      place: fc.constantFrom<Replica>("main", "copy"),
      how: fc.constantFrom<Damage>("empty", "unreadable"),
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

const anything = fc.tuple(
  fc.record({
    step: fc.oneof(...steps.map(([weight, arbitrary]) => ({ weight, arbitrary }))),
    gap,
  }),
);

/** A press whose answer is lost, and a background that dies while it finds out: rare by chance alone. */
const trouble: fc.Arbitrary<Timed[]> = fc
  .tuple(fc.constantFrom<Act["kind"]>("silent", "lost"), press, crash, gap)
  .map(([kind, pressed, crashes, last]) => [
    { step: { do: "fault", fault: { on: "share", times: 1, act: { kind } as Act } }, gap: 0 },
    { step: pressed, gap: 0 },
    { step: crashes, gap: last },
  ]);

/** Any schedule. */
export const schedule: fc.Arbitrary<Schedule> = fc.record({
  seed: fc.noShrink(fc.integer()),
  behind: fc.constantFrom(0, 0, 900, 7000, 60_000, 300_000),
  renders: fc.constantFrom(0, 40_000, 400_000),
  steps: fc
    .array(fc.oneof({ weight: 9, arbitrary: anything }, { weight: 1, arbitrary: trouble }), {
      minLength: 1,
      maxLength: 12,
      size: "max",
    })
    .map((groups) => groups.flat()),
});
