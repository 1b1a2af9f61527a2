import { describe, expect, test } from "vitest";
import { job, track } from "../../test/kits/app.ts";
import type { Job } from "./outbox-job.ts";
import type { Failure } from "./failure.ts";
import { groupBlockedJobs, getBlockReason, findBlockedJobs } from "./blocked-job.ts";

const NOW = 1_000_000;
const offline: Failure = { kind: "offline" };
const signedOut: Failure = { kind: "signed-out", code: null };

const one = (id: string, over: Partial<Job> = {}): Job =>
  job({ track: track({ id }), dueAt: NOW, ...over });
const held = (...jobs: Job[]) =>
  findBlockedJobs(jobs, NOW).map(({ job: { track: of }, reason: by }) => [of.id, by]);

describe("what is held up", () => {
  test("is nothing that is on its way, or can still be undone", () => {
    expect(held(one("a"), one("b", { dueAt: NOW + 1 }))).toEqual([]);
  });

  test("is what failed, with what stands behind it in its account", () => {
    const first = one("a", { failure: offline, dueAt: NOW + 9, tries: 1 });
    const fresh = one("c", { dueAt: NOW + 1 });
    const other = one("d", { account: "b" });
    expect(held(first, one("b"), fresh, other)).toEqual([
      ["a", "network"],
      ["b", "network"],
    ]);
  });

  test("is all of a paused account, for the reason of the pause", () => {
    const paused = one("b", { state: "paused", failure: signedOut });
    expect(held(one("a", { failure: offline }), paused, one("c"))).toEqual([
      ["a", "you"],
      ["b", "you"],
      ["c", "you"],
    ]);
  });

  test("is what was refused; nothing stands behind that", () => {
    const stuck = one("a", { state: "stuck", failure: { kind: "not-yours" } });
    expect(held(stuck, one("b"))).toEqual([["a", "stuck"]]);
  });

  test.each([
    [offline, "network"],
    [signedOut, "you"],
    [{ kind: "no-permission", origin: "https://a.example" }, "you"],
    [{ kind: "not-allowed", code: null }, "you"],
    [{ kind: "no-account" }, "you"],
    [{ kind: "too-many", retryAt: null }, "service"],
    [{ kind: "refused", status: 503 }, "service"],
  ] as const)("%o waits for the %s", (failure, by) => {
    expect(getBlockReason(failure)).toBe(by);
  });

  test("is told together where it waits for the same; first what only the person can change", () => {
    const groups = groupBlockedJobs(
      findBlockedJobs(
        [
          one("a", { failure: offline }),
          one("b", { account: "b", failure: offline }),
          one("c", { account: "c", failure: { kind: "refused", status: 500 } }),
          one("d", { account: "d", state: "paused", failure: signedOut }),
          one("e", { account: "e", state: "paused", failure: signedOut }),
          one("f", { state: "stuck", failure: { kind: "gone" } }),
        ],
        NOW,
      ),
    );
    const shown = groups.map(({ reason: by, jobs: all }) => [
      by,
      all.map((each) => each.job.track.id),
    ]);
    expect(shown).toEqual([
      ["stuck", ["f"]],
      ["you", ["d"]],
      ["you", ["e"]],
      ["service", ["c"]],
      ["network", ["a", "b"]],
    ]);
  });
});
