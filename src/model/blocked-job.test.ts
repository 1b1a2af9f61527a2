import { describe, expect, test } from "vitest";
import { job, track } from "../../test/kits/app.ts";
import { groupBlockedJobs, getBlockReason, findBlockedJobs } from "./blocked-job.ts";
import type { Failure } from "./failure.ts";
import type { Job } from "./outbox-job.ts";

const NOW = 1_000_000;
const offline: Failure = { kind: "offline" };
const signedOut: Failure = { kind: "signed-out", code: null };

const createJob = (id: string, over: Partial<Job> = {}): Job =>
  job({ track: track({ id }), dueAt: NOW, ...over });
const findReasons = (...jobs: Job[]) =>
  findBlockedJobs(jobs, NOW).map((blocked) => [blocked.job.track.id, blocked.reason]);

describe("findBlockedJobs", () => {
  test("omits jobs that are running or can still be undone", () => {
    expect(findReasons(createJob("a"), createJob("b", { dueAt: NOW + 1 }))).toEqual([]);
  });

  test("finds a failed job and the other jobs of its account", () => {
    const first = createJob("a", { failure: offline, dueAt: NOW + 9, tries: 1 });
    const fresh = createJob("c", { dueAt: NOW + 1 });
    const other = createJob("d", { account: "b" });
    expect(findReasons(first, createJob("b"), fresh, other)).toEqual([
      ["a", "network"],
      ["b", "network"],
    ]);
  });

  test("finds all jobs of a paused account, with the reason of the pause", () => {
    const paused = createJob("b", { state: "paused", failure: signedOut });
    expect(findReasons(createJob("a", { failure: offline }), paused, createJob("c"))).toEqual([
      ["a", "you"],
      ["b", "you"],
      ["c", "you"],
    ]);
  });

  test("finds a refused job, which blocks no other", () => {
    const stuck = createJob("a", { state: "stuck", failure: { kind: "not-yours" } });
    expect(findReasons(stuck, createJob("b"))).toEqual([["a", "stuck"]]);
  });

  test.each([
    [offline, "network"],
    [signedOut, "you"],
    [{ kind: "no-permission", origin: "https://a.example" }, "you"],
    [{ kind: "not-allowed", code: null }, "you"],
    [{ kind: "no-account" }, "you"],
    [{ kind: "too-many", retryAt: null }, "service"],
    [{ kind: "refused", status: 503 }, "service"],
  ] as const)("getBlockReason of %o is %s", (failure, reason) => {
    expect(getBlockReason(failure)).toBe(reason);
  });

  test("groupBlockedJobs groups by reason; groups that need the person come first", () => {
    const groups = groupBlockedJobs(
      findBlockedJobs(
        [
          createJob("a", { failure: offline }),
          createJob("b", { account: "b", failure: offline }),
          createJob("c", { account: "c", failure: { kind: "refused", status: 500 } }),
          createJob("d", { account: "d", state: "paused", failure: signedOut }),
          createJob("e", { account: "e", state: "paused", failure: signedOut }),
          createJob("f", { state: "stuck", failure: { kind: "gone" } }),
        ],
        NOW,
      ),
    );
    const shown = groups.map(({ reason, jobs }) => [reason, jobs.map((each) => each.job.track.id)]);
    expect(shown).toEqual([
      ["stuck", ["f"]],
      ["you", ["d"]],
      ["you", ["e"]],
      ["service", ["c"]],
      ["network", ["a", "b"]],
    ]);
  });
});
