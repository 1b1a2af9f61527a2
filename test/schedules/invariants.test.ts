import { beforeAll, expect, test } from "vitest";
import type { Attempt } from "../../src/model/share-attempt.ts";
import type { Job } from "../../src/model/outbox-job.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import type { Facts, Wish } from "./observations.ts";
import { violations } from "./invariants.ts";
import { runSchedule } from "./run-schedule.ts";
import type { Schedule, Step } from "./arbitrary-schedule.ts";
import { setUp } from "./setup.ts";

/* Each invariant is shown to find what it is there for: planted in what a healthy schedule left. */

const service = setUp();

const press = (thing: number, recipient = false): Step => ({
  do: "press",
  thing,
  expires: true,
  recipient,
});
const steps: Step[] = [press(0), press(2), press(4, true), { do: "save", thing: 1 }];
const healthy: Schedule = {
  seed: 7,
  behind: 0,
  renders: 0,
  steps: [...steps, { do: "revoke", which: 1 } as const].map((step) => ({ step, gap: null })),
};

const wish: Wish = { wanted: true, state: "heard", undone: "no" };
const [aitronos, mixthat, craftkit] = ["k1", "k2", "k3"] as const;

/** The facts with some rows of one store changed, in both copies. */
function rows<T extends object>(facts: Facts, name: string, change: (rows: T[]) => T[]): Facts {
  const changed = change(facts.main[name] as T[]);
  const main = { ...facts.main, [name]: changed };
  return { ...facts, main, copy: { ...facts.copy, [name]: changed } };
}

const links = (facts: Facts, change: (rows: StoredLink[]) => StoredLink[]): Facts =>
  rows(facts, "links", change);

const attempt = (facts: Facts, which: string, change: Partial<Attempt>): Facts =>
  rows<Attempt>(facts, "attempts", (all) =>
    all.map((each) => (each.key === which ? { ...each, ...change } : each)),
  );

const revoked = (facts: Facts, provider: string, is: boolean): Facts => ({
  ...facts,
  service: facts.service.map((each) =>
    each.provider === provider ? { ...each, revoked: is } : each,
  ),
});

const again = <T extends { provider: string }>(all: readonly T[], provider: string): T[] => [
  ...all,
  ...all.filter((each) => each.provider === provider),
];

const planted: [invariant: string, what: string, plant: (facts: Facts) => Facts][] = [
  ["every", "a question is never answered", (f) => ({ ...f, unanswered: ["share-track"] })],
  ["every", "something threw that nobody caught", (f) => ({ ...f, uncaught: ["Error"] })],
  ["every", "it never rests", (f) => ({ ...f, rested: false })],
  [
    "1",
    "a told link is not kept",
    (f) => links(f, (all) => all.filter(({ key }) => key !== aitronos)),
  ],
  ["1", "a told link was never made", (f) => ({ ...f, service: [] })],
  ["1", "a told link is revoked by nobody's wish", (f) => revoked(f, "craftkit", true)],
  ["2", "an orphan", (f) => links(f, (all) => all.filter(({ key }) => key !== craftkit))],
  [
    "2",
    "one link twice",
    (f) => links(f, (all) => [...all, ...all.map((each) => ({ ...each, key: "k9" }))]),
  ],
  ["3", "a second request", (f) => ({ ...f, posts: again(f.posts, "aitronos") })],
  ["3", "an untold orphan", (f) => ({ ...f, service: [...f.service, orphan] })],
  ["4", "a second message", (f) => ({ ...f, posts: again(f.posts, "craftkit") })],
  ["5", "told as revoked, and lives", (f) => revoked(f, "mixthat", false)],
  [
    "5",
    "the wish was lost",
    (f) => links(f, (all) => all.map((each) => ({ ...each, revokedAt: null }))),
  ],
  ["5", "revoked although it was taken back", (f) => undone(f)],
  ["6", "lost from our library", (f) => rows(f, "entries", () => [])],
  ["6", "lost from theirs", (f) => ({ ...f, library: [] })],
  ["6", "doubled", (f) => ({ ...f, library: [...f.library, ...f.library] })],
  ["6", "removed although that was taken back", (f) => unsaved(f)],
  ["7", "an attempt is still due", (f) => attempt(f, mixthat, { dueAt: 1 })],
  ["7", "an attempt hangs in the middle", (f) => attempt(f, craftkit, { state: "sending" })],
  ["7", "the outbox still waits", (f) => rows<Job>(f, "outbox", () => [job])],
  ["8", "a row is missing in one copy", (f) => ({ ...f, copy: { ...f.copy, links: [] } })],
  ["8", "told that something was lost", (f) => ({ ...f, wasLost: true })],
  ["9", "two links of a double click", (f) => doubled(f)],
];

const orphan = {
  provider: "aitronos",
  label: "p1",
  id: "mslink_x",
  url: "https://x",
  revoked: false,
};

const job: Job = {
  key: "library aitronos x",
  wish: "w",
  account: "aitronos",
  createdAt: 1,
  dueAt: 1,
  tries: 0,
  task: { kind: "save", link: null },
  state: "waiting",
  failure: null,
  over: null,
  track: { provider: "aitronos", origin: "", id: "x", title: null, duration: null },
};

function undone(facts: Facts): Facts {
  return { ...facts, revocations: new Map([[mixthat, [{ ...wish, undone: "yes" }]]]) };
}

function unsaved(facts: Facts): Facts {
  const saves = [...facts.saves.keys()].map((key): [string, Wish[]] => [
    key,
    [wish, { wanted: false, state: "heard", undone: "yes" }],
  ]);
  return { ...rows(facts, "entries", () => []), saves: new Map(saves), library: [] };
}

function doubled(facts: Facts): Facts {
  const [first] = facts.presses;
  if (!first) throw new Error("nothing was pressed");
  const second = { ...first, key: "k8", at: first.at + 999, told: null };
  const kept = links(facts, (all) => {
    const own = all.find(({ key }) => key === aitronos);
    return own ? [...all, { ...own, key: "k8" }] : all;
  });
  return { ...kept, presses: [...facts.presses, second] };
}

let facts: Facts[];
beforeAll(async () => {
  facts = (await runSchedule(service(), healthy)).facts;
}, 60_000);

test("a healthy schedule has nothing wrong", () => {
  expect(facts.flatMap(violations)).toEqual([]);
  expect(facts.at(-1)?.presses.map(({ key, told }) => [key, Boolean(told)])).toEqual([
    [aitronos, true],
    [mixthat, true],
    [craftkit, true],
  ]);
  expect(facts.at(-1)?.service.map(({ revoked: ended }) => ended)).toEqual([false, true, false]);
});

test.each(planted)("%s: %s", (invariant, _what, plant) => {
  const last = facts.at(-1);
  if (!last) throw new Error("no facts");
  const found = violations(plant(last)).map((each) => each.slice(1).split(" ")[0]);
  expect(found).toContain(invariant);
});
