import { expect, test } from "vitest";
import { useBackground } from "../../../test/kits/background.ts";
import { createJob, track } from "../../../test/kits/rows.ts";
import type { Job } from "../../model/outbox-job.ts";
import { addJob, updateJob } from "../../store/jobs.ts";
import { nextJobAt, findBlocker } from "./find-account-blocker.ts";

const kit = useBackground();
const offline = { kind: "offline" } as const;
const busy = { kind: "refused", status: 503 } as const;
const refused = { kind: "signed-out", code: null } as const;
const NEVER = Number.POSITIVE_INFINITY;

test("of several blockers the one that lasts longest counts", () => {
  const [early, late] = [
    createJob({ failure: offline, dueAt: 5 }),
    createJob({ failure: busy, dueAt: 9 }),
  ];
  expect(findBlocker([early, late])).toEqual({ failure: busy, until: 9 });
  expect(findBlocker([late, early])).toEqual({ failure: busy, until: 9 });
  const same = createJob({ failure: offline, dueAt: 9 });
  expect(findBlocker([late, same])).toEqual({ failure: busy, until: 9 });
  const paused = createJob({ failure: refused, state: "paused", dueAt: 1 });
  expect(findBlocker([late, paused])).toEqual({ failure: refused, until: NEVER });
});

test.each<[string, Partial<Job>]>([
  ["one that was not tried yet", { dueAt: 99 }],
  ["one that is stuck", { dueAt: 99, state: "stuck", failure: busy }],
  [
    "one whose own answer could not be read",
    { dueAt: 99, failure: { kind: "malformed", where: "" } },
  ],
])("%s keeps nobody back", (_name, change) => {
  expect(findBlocker([createJob(change)])).toBeNull();
  expect(findBlocker([])).toBeNull();
});

test("nextJobAt: the earliest time of all accounts", async () => {
  expect(await nextJobAt(kit.db)).toBe(NEVER);
  const put = async (account: string, id: string, change: Partial<Job>) => {
    const job = createJob({ account, track: { ...track, id }, dueAt: change.dueAt ?? 0 });
    await addJob(kit.db, job, null);
    await updateJob(kit.db, job, change);
  };
  await put("a", "x", { dueAt: 500, failure: busy });
  await put("a", "y", { dueAt: 3 });
  expect(await nextJobAt(kit.db)).toBe(500); // the second waits for the first
  await put("b", "x", { dueAt: 400 });
  expect(await nextJobAt(kit.db)).toBe(400);
  await put("b", "y", { state: "paused", failure: refused });
  expect(await nextJobAt(kit.db)).toBe(500);
  await put("c", "x", { dueAt: 2, state: "stuck", failure: busy });
  expect(await nextJobAt(kit.db)).toBe(500);
});
