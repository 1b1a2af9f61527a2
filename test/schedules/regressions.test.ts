import { expect, test } from "vitest";
import { wrongIn } from "./run-and-check.ts";
import { runSchedule } from "./run-schedule.ts";
import type { Schedule, Step, Timed } from "./arbitrary-schedule.ts";
import { setUp } from "./setup.ts";

/* What random schedules once found, as short as it could be made. */

const service = setUp();

const press = (thing: number, expires = true, recipient = false): Step => ({
  do: "press",
  thing,
  expires,
  recipient,
});
const late = (ms: number, on: "share" | "change" = "share", times = 1): Step => ({
  do: "fault",
  fault: { on, times, act: { kind: "late", ms } },
});
const silent = (times = 1): Step => ({
  do: "fault",
  fault: { on: "share", times, act: { kind: "silent" } },
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
        { step: silent(2), gap: 0 },
        { step: press(4, false), gap: null },
        { step: press(4, false), gap: null },
      ],
    },
  "CraftKit: while one request is still on its way, another's link of the same minute is found": {
    seed: -834984799,
    behind: 0,
    renders: 0,
    steps: [
      { step: late(11_172, "change"), gap: 301 },
      { step: press(5, true, true), gap: 15_000 },
      { step: silent(), gap: 0 },
      { step: press(5), gap: 0 },
      { step: { do: "crash", nth: 1, at: null }, gap: 700_000 },
    ],
  },
  "CraftKit without an expiry: of two that could be either one is given up, and nobody knows which it was":
    {
      seed: 173582540,
      behind: 0,
      renders: 0,
      steps: [
        { step: late(100, "share", 12), gap: 1 },
        { step: silent(), gap: 0 },
        { step: press(0, false, true), gap: 0 },
        { step: { do: "crash", nth: 1, at: "write:between-copies" }, gap: 0 },
        { step: press(4, false, true), gap: null },
        { step: press(4, false, true), gap: 0 },
        { step: { do: "damage", place: "main", how: "empty" }, gap: 1 },
        { step: { do: "revoke", which: 0 }, gap: 700_000 },
        { step: { do: "forget", which: 1 }, gap: 0 },
        { step: { do: "refresh" }, gap: 15_000 },
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
      { step: late(90_000, "share", 2), gap: 0 },
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
