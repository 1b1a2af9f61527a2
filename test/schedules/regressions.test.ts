import { expect, test } from "vitest";
import type { Step, TimedStep } from "./arbitrary-schedule.ts";
import { findViolations } from "./run-and-check.ts";
import { runSchedule } from "./run-schedule.ts";
import { useSimulation } from "./setup.ts";

/* Counterexamples that random schedules found, shortened by hand. */

const sandbox = useSimulation();

const share = (track: number, expires = true, recipient = false): Step => ({
  do: "share",
  track,
  expires,
  recipient,
});
const late = (ms: number, on: "share" | "change" = "share", times = 1): Step => ({
  do: "fault",
  fault: { on, times, effect: { kind: "late", ms } },
});
const noResponse = (times = 1): Step => ({
  do: "fault",
  fault: { on: "share", times, effect: { kind: "no-response" } },
});

const counterexamples: Readonly<Record<string, { seed: number; steps: readonly TimedStep[] }>> = {
  "CraftKit without an expiry: a request arrives after the list was polled and before another is sent":
    {
      seed: -2147483647,
      steps: [
        { step: late(10_041), gap: 1 },
        { step: share(4, false), gap: 301 },
        { step: { do: "wake" }, gap: null },
        { step: { do: "stop", dropsAlarm: false }, gap: 301 },
      ],
    },
  "CraftKit without an expiry: two responses are lost, and nothing tells which link is the first": {
    seed: 1,
    steps: [
      { step: noResponse(2), gap: 0 },
      { step: share(4, false), gap: null },
      { step: share(4, false), gap: null },
    ],
  },
  "CraftKit: a late request while the list shows another link of the same minute": {
    seed: -834984799,
    steps: [
      { step: late(11_172, "change"), gap: 301 },
      { step: share(5, true, true), gap: 15_000 },
      { step: noResponse(), gap: 0 },
      { step: share(5), gap: 0 },
      { step: { do: "crash", count: 1, at: null }, gap: 700_000 },
    ],
  },
  "CraftKit without an expiry: one of two attempts that match either link is withdrawn": {
    seed: 173582540,
    steps: [
      { step: late(100, "share", 12), gap: 1 },
      { step: noResponse(), gap: 0 },
      { step: share(0, false, true), gap: 0 },
      { step: { do: "crash", count: 1, at: "write:between-copies" }, gap: 0 },
      { step: share(4, false, true), gap: null },
      { step: share(4, false, true), gap: 0 },
      { step: { do: "damage", replica: "main", damage: "empty" }, gap: 1 },
      { step: { do: "revoke", index: 0 }, gap: 700_000 },
      { step: { do: "withdraw attempt", index: 1 }, gap: 0 },
      { step: { do: "refresh library" }, gap: 15_000 },
    ],
  },
  "undoing two removals does not cancel the save that waits before them": {
    seed: 1,
    steps: [
      { step: { do: "offline" }, gap: 0 },
      { step: { do: "save", track: 0 }, gap: null },
      { step: { do: "unsave", track: 0 }, gap: null },
      { step: { do: "unsave", track: 0 }, gap: null },
      { step: { do: "undo", index: 1 }, gap: null },
      { step: { do: "undo", index: 0 }, gap: null },
    ],
  },
  "a saved track stays saved when a second save of it is cancelled": {
    seed: 1,
    steps: [
      { step: { do: "save", track: 0 }, gap: null },
      { step: { do: "offline" }, gap: 0 },
      { step: { do: "save", track: 0 }, gap: 9000 },
      { step: { do: "cancel job", index: 0 }, gap: null },
    ],
  },
  "CraftKit: two of three requests arrive late, and are recognized by their marks": {
    seed: 1,
    steps: [
      { step: late(90_000, "share", 2), gap: 0 },
      {
        step: {
          do: "fault",
          fault: {
            on: "share",
            times: 1,
            effect: { kind: "status", status: 500, executed: false, retryAfter: null },
          },
        },
        gap: 0,
      },
      { step: share(4), gap: 60_000 },
    ],
  },
};

test.each(Object.entries(counterexamples))(
  "%s",
  { timeout: 60_000 },
  async (_name, { seed, steps }) => {
    const schedule = { seed, listLag: 0, renderTime: 0, steps };
    expect(findViolations(await runSchedule(sandbox(), schedule))).toEqual([]);
  },
);
