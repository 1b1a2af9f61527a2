import { failpoints } from "../../src/model/failpoint.ts";
import type { Failpoint } from "../../src/model/failpoint.ts";
import { score } from "../kits/scorecard.ts";
import { checkAgainstLedger, services } from "./ledger-check.ts";
import type { Operation, Service } from "./ledger-check.ts";
import { waitForSettled } from "./read-database.ts";
import { stopWorkerAt } from "./stop-worker.ts";
import { useDemoAccount } from "./user-actions.ts";
import { expect, test } from "./with-sandbox.ts";

/** Worker stops in one run. */
const WANTED = Number(process.env.EARMARK_STOPS ?? 200);

const all = Object.keys(services) as Service[];

/** Where a background can be stopped in each operation, how often it comes by there, and at which services. */
const places: readonly (readonly [Operation, Failpoint, number, readonly Service[]])[] = [
  ["share", "share:claimed", 1, all],
  ["share", "share:checked", 1, all],
  ["share", "share:sending", 1, all],
  ["share", "share:answered", 1, all],
  ["share", "share:answer-kept", 1, all],
  ["share", "share:read", 1, all],
  ["share", "share:kept", 1, all],
  ["share", "write:between-copies", 4, all],
  ["lost-share", "reconcile:listed", 1, ["mixthat", "craftkit"]],
  ["lost-share", "reconcile:revoked", 1, ["mixthat"]],
  ["resent-share", "reconcile:revoked", 1, ["mixthat", "craftkit"]],
  ["lost-share", "reconcile:again", 1, ["mixthat"]],
  ["save", "job:kept", 1, all],
  ["save", "job:sending", 1, ["aitronos"]],
  ["save", "job:answered", 1, ["aitronos"]],
  ["save", "job:done", 1, all],
  ["save", "write:between-copies", 2, all],
  ["unsave", "job:kept", 1, all],
  ["unsave", "job:sending", 1, ["aitronos"]],
  ["unsave", "job:answered", 1, ["aitronos"]],
  ["unsave", "job:done", 1, all],
  ["unsave", "write:between-copies", 2, all],
  ["revoke", "job:kept", 1, all],
  ["revoke", "job:sending", 1, all],
  ["revoke", "job:answered", 1, all],
  ["revoke", "job:done", 1, all],
  ["revoke", "write:between-copies", 2, all],
];

const cases = places.flatMap(([operation, at, times, where]) =>
  where.flatMap((service) =>
    Array.from({ length: times }, (_, skip) => ({ operation, at, skip, service })),
  ),
);
/** Each place once, then again from the first until there are enough. */
const plan = Array.from({ length: Math.ceil(WANTED / cases.length) }, () => cases)
  .flat()
  .slice(0, Math.max(WANTED, cases.length));
let stops = 0;
const hit = new Set<Failpoint>();

test("every failpoint is in the table", () => {
  expect(new Set(places.map(([, at]) => at))).toEqual(new Set(failpoints));
});

test("a worker stopped at every failpoint of every operation: nothing lost, nothing twice", async ({
  browserWith,
  sandbox,
}) => {
  test.setTimeout(plan.length * 5_000);
  sandbox.set({ mixthatDefaultDays: null });
  for (const { account } of Object.values(services)) await useDemoAccount(browserWith, account);
  const page = await browserWith.context.newPage();
  await page.goto(browserWith.url("options.html"));
  const books = await checkAgainstLedger(page, sandbox);

  for (const { operation, at, skip, service } of plan) {
    await test.step(`${operation} at ${service}, stopped at ${at} #${skip}`, async () => {
      const { name, question, check } = await books.begin(operation, service);
      const reached = await stopWorkerAt(browserWith, page, { at, skip }, name, question);
      expect(reached, `${operation} at ${service} comes by ${at} #${skip}`).toBe(true);
      stops += 1;
      hit.add(at);
      await waitForSettled(page);
      await check();
    });
  }
  score("worker stops", { stops, failpoints: hit.size, of: failpoints.length, ...books.figures });
  expect(stops).toBeGreaterThanOrEqual(WANTED);
  expect(hit).toEqual(new Set(failpoints));
});
