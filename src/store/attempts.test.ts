import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { createLink, createAttempt, asked, track } from "../../test/kits/rows.ts";
import type { Attempt } from "../model/share-attempt.ts";
import {
  getAttempt,
  getAttemptsInState,
  claimAttempt,
  DOUBLE_CLICK_MS,
  getDueAttempts,
  finishAttempt,
  putAttempt,
  removeAttempt,
  requeueAttempt,
} from "./attempts.ts";
import { openDatabase } from "./database/open-database.ts";
import type { Database } from "./database/schema.ts";
import { putLink } from "./links.ts";

let db: Database;
beforeEach(async () => {
  db = await openDatabase(crypto.randomUUID());
});

const first = createAttempt({ key: "first" });
/** The nonce comes back whole. */
const whole = (nonce: string): string => nonce;
const again = (change: Partial<Attempt> = {}) =>
  createAttempt({ key: "again", nonce: "0000000009", ...change });

/** Whether `second` is taken for `one` pressed once more. */
async function isTaken(one: Attempt, second: Attempt): Promise<boolean> {
  await putAttempt(db, one);
  const { attempt, isNew } = await claimAttempt(db, second, whole);
  expect(attempt).toEqual(isNew ? second : one);
  expect(await db.count("attempts")).toBe(isNew ? 2 : 1);
  return !isNew;
}

test("a press with the same intent is the same attempt, whatever else differs", async () => {
  const later = createAttempt({ key: "first", createdAt: 10 ** 9, asked: { ...asked, name: "x" } });
  expect(await isTaken(createAttempt({ key: "first", state: "failed" }), later)).toBe(true);
  expect(await getAttempt(db, "first")).toMatchObject({ createdAt: 10_000, state: "failed" });
});

test.each([
  ["in the same moment", {}, true],
  ["just within a second", { createdAt: first.createdAt + DOUBLE_CLICK_MS - 1 }, true],
  ["just within a second, by a clock that went back", { createdAt: 9001 }, true],
  ["after a second", { createdAt: first.createdAt + DOUBLE_CLICK_MS }, false],
  ["a second before", { createdAt: 9000 }, false],
  ["of another account", { account: "b" }, false],
  ["of another track", { track: { ...track, id: "u" } }, false],
  ["at another installation", { track: { ...track, origin: "https://b" } }, false],
  ["at another service", { track: { ...track, provider: "mixthat" } }, false],
  ["on other terms", { asked: { ...asked, expiresInDays: 1 } }, false],
] as const)("a press %s: %o", async (_name, change, taken) => {
  expect(await isTaken(first, again(change))).toBe(taken);
});

test.each([
  ["queued", true],
  ["waiting", true],
  ["sending", true],
  ["answered", true],
  ["done", true],
  ["unknown", true],
  ["failed", false],
  ["withdrawn", false],
] as const)("a second press while the first is %s is a double click: %s", async (state, taken) => {
  expect(await isTaken({ ...first, state }, again())).toBe(taken);
});

test("of 50 presses at once one becomes an attempt", async () => {
  const claims = Array.from({ length: 50 }, (_, n) =>
    claimAttempt(db, again({ key: `${n}` }), whole),
  );
  const winners = new Set((await Promise.all(claims)).map(({ attempt }) => attempt.key));
  expect([...winners]).toEqual(["0"]);
  expect(await db.count("attempts")).toBe(1);
});

test("of presses in two windows one becomes an attempt", async () => {
  const other = await openDatabase(db.name);
  const both = await Promise.all([
    claimAttempt(db, first, whole),
    claimAttempt(other, again(), whole),
  ]);
  expect(both.map(({ attempt, isNew }) => [attempt.key, isNew])).toEqual([
    ["first", true],
    ["first", false],
  ]);
  expect(await db.count("attempts")).toBe(1);
});

test("a new attempt withdraws older ones of its account that are looked for", async () => {
  const old = (key: string, change: Partial<Attempt>) =>
    putAttempt(db, createAttempt({ key, createdAt: 1, state: "unknown", dueAt: 7, ...change }));
  await old("looked for", {});
  await old("never found", { dueAt: null });
  await old("another's", { account: "b" });
  await old("another track's", { track: { ...track, id: "u" } });
  await old("made", { state: "done" });
  await claimAttempt(db, first, whole);
  const states = (await db.getAll("attempts")).map(({ key, state }) => `${key}: ${state}`);
  expect(states.toSorted()).toEqual([
    "another track's: unknown",
    "another's: unknown",
    "first: queued",
    "looked for: withdrawn",
    "made: done",
    "never found: unknown",
  ]);
});

test("attempts are found by state, and by due time with the earliest first", async () => {
  for (const [key, dueAt] of Object.entries({ late: 9, never: null, soon: 2, done: 5 })) {
    await putAttempt(db, createAttempt({ key, dueAt, state: key === "done" ? "done" : "unknown" }));
  }
  expect((await getDueAttempts(db)).map(({ key }) => key)).toEqual(["soon", "done", "late"]);
  expect((await getAttemptsInState(db, "unknown")).map(({ key }) => key)).toEqual([
    "late",
    "never",
    "soon",
  ]);
  await removeAttempt(db, "soon");
  expect(await getAttempt(db, "soon")).toBeUndefined();
});

test("finishing an attempt stores its link and removes the response, or changes nothing", async () => {
  const raw = { status: 201, body: "secret", complete: true };
  const answered = createAttempt({ state: "answered", raw, reserve: " ", before: ["s"], dueAt: 3 });
  await finishAttempt(db, answered, createLink());
  expect(await getAttempt(db, "k")).toEqual(createAttempt({ state: "done", dueAt: 3 }));
  expect(await db.get("links", "k")).toEqual(createLink());

  const broken = { ...createLink(), key: undefined } as never; // no row without a key
  await expect(finishAttempt(db, createAttempt({ key: "x" }), broken)).rejects.toThrow();
  expect(await getAttempt(db, "x")).toBeUndefined();
});

const lastDigit = (nonce: string): string => nonce.slice(-1);

test("a nonce whose mark another attempt or link of the track has is counted up until it is free", async () => {
  await putAttempt(db, createAttempt({ key: "a", nonce: "000000000Z", spent: ["0000000000"] }));
  await putLink(db, createLink({ key: "b", nonce: "0000000011" }));
  await putAttempt(
    db,
    createAttempt({ key: "c", nonce: "0000000002", track: { ...track, id: "u" } }),
  );
  const wanted = createAttempt({ key: "d", nonce: "000000001Z", createdAt: 0 });
  const { attempt } = await claimAttempt(db, wanted, lastDigit);
  expect(attempt.nonce).toBe("0000000022");
  expect(await getAttempt(db, "d")).toEqual(attempt);
  const sentAgain = { ...attempt, spent: [attempt.nonce] };
  expect(await requeueAttempt(db, sentAgain, lastDigit)).toMatchObject({ nonce: "0000000023" });
  expect(
    await claimAttempt(db, { ...wanted, key: "e", createdAt: 90_000 }, () => "same"),
  ).toMatchObject({
    attempt: { nonce: wanted.nonce },
  });
});
