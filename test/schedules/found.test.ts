import { expect, test } from "vitest";
import { wrongIn } from "./check.ts";
import { runSchedule } from "./run.ts";
import type { Schedule, Step, Timed } from "./schedule.ts";
import { setUp } from "./set-up.ts";

/* What random schedules once found, as short as it could be made. */

const service = setUp();

const press = (thing: number, expires = true): Step => ({
  do: "press",
  thing,
  expires,
  recipient: false,
});
const late = (ms: number): Step => ({
  do: "fault",
  fault: { on: "share", times: 1, act: { kind: "late", ms } },
});

const found: Readonly<Record<string, Omit<Schedule, "steps"> & { steps: readonly Timed[] }>> = {
  "CraftKit without an expiry: the request arrives when it was looked for in vain, and another was about to be sent":
    {
      seed: -2147483647,
      behind: 0,
      renders: 0,
      steps: [
        { step: late(10_041), gap: 1 },
        { step: press(4, false), gap: 301 },
        { step: { do: "wake" }, gap: null },
        { step: { do: "stop", forgetsAlarm: false }, gap: 301 },
      ],
    },
  "CraftKit without an expiry: two answers are lost, and of the first link nobody could tell which it is":
    {
      seed: 1,
      behind: 0,
      renders: 0,
      steps: [
        {
          step: { do: "fault", fault: { on: "share", times: 2, act: { kind: "silent" } } },
          gap: 0,
        },
        { step: press(4, false), gap: null },
        { step: press(4, false), gap: null },
      ],
    },
  "a save that waits is taken back by nobody: two removals after it are": {
    seed: 1,
    behind: 0,
    renders: 0,
    steps: [
      { step: { do: "offline" }, gap: 0 },
      { step: { do: "save", thing: 0 }, gap: null },
      { step: { do: "unsave", thing: 0 }, gap: null },
      { step: { do: "unsave", thing: 0 }, gap: null },
      { step: { do: "undo", which: 1 }, gap: null },
      { step: { do: "undo", which: 0 }, gap: null },
    ],
  },
  "what is saved stays saved when saving it once more is given up": {
    seed: 1,
    behind: 0,
    renders: 0,
    steps: [
      { step: { do: "save", thing: 0 }, gap: null },
      { step: { do: "offline" }, gap: 0 },
      { step: { do: "save", thing: 0 }, gap: 9000 },
      { step: { do: "give up", which: 0 }, gap: null },
    ],
  },
  "CraftKit: of three sendings two arrive late, and are known by their marks": {
    seed: 1,
    behind: 0,
    renders: 0,
    steps: [
      {
        step: { do: "fault", fault: { on: "share", times: 2, act: { kind: "late", ms: 90_000 } } },
        gap: 0,
      },
      {
        step: {
          do: "fault",
          fault: {
            on: "share",
            times: 1,
            act: { kind: "status", status: 500, after: false, retryAfter: null },
          },
        },
        gap: 0,
      },
      { step: press(4), gap: 60_000 },
    ],
  },
};

test.each(Object.entries(found))("%s", { timeout: 60_000 }, async (_name, schedule) => {
  expect(wrongIn(await runSchedule(service(), schedule))).toEqual([]);
});
