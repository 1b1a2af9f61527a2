import { beforeAll, expect, test } from "vitest";
import type { Job } from "../../src/model/outbox-job.ts";
import type { Attempt } from "../../src/model/share-attempt.ts";
import type { StoredLink } from "../../src/model/stored-link.ts";
import type { Schedule, Step } from "./arbitrary-schedule.ts";
import { checkInvariants } from "./invariants.ts";
import type { Observations, RequestedChange } from "./observations.ts";
import { runSchedule } from "./run-schedule.ts";
import { useSimulation } from "./setup.ts";

/* Each invariant finds its violation: the observations of a schedule without faults are changed so that one is violated. */

const sandbox = useSimulation();

const share = (track: number, recipient = false): Step => ({
  do: "share",
  track,
  expires: true,
  recipient,
});
const steps: Step[] = [
  share(0),
  share(2),
  share(4, true),
  { do: "save", track: 1 },
  { do: "revoke", index: 1 },
];
const scheduleWithoutFaults: Schedule = {
  seed: 7,
  listLag: 0,
  renderTime: 0,
  steps: steps.map((step) => ({ step, gap: null })),
};

const acceptedChange: RequestedChange = { target: true, state: "accepted", undone: "no" };
const [aitronos, mixthat, craftkit] = ["k1", "k2", "k3"] as const;

/** Changes the rows of one store in both replicas. */
function changeRows<T extends object>(
  observed: Observations,
  name: string,
  change: (rows: T[]) => T[],
): Observations {
  const changed = change(observed.main[name] as T[]);
  const main = { ...observed.main, [name]: changed };
  return { ...observed, main, copy: { ...observed.copy, [name]: changed } };
}

const changeLinks = (
  observed: Observations,
  change: (rows: StoredLink[]) => StoredLink[],
): Observations => changeRows(observed, "links", change);

const changeAttempt = (
  observed: Observations,
  key: string,
  change: Partial<Attempt>,
): Observations =>
  changeRows<Attempt>(observed, "attempts", (rows) =>
    rows.map((each) => (each.key === key ? { ...each, ...change } : each)),
  );

const setRevoked = (observed: Observations, provider: string, revoked: boolean): Observations => ({
  ...observed,
  createdShares: observed.createdShares.map((each) =>
    each.provider === provider ? { ...each, revoked } : each,
  ),
});

const repeat = <T extends { provider: string }>(all: readonly T[], provider: string): T[] => [
  ...all,
  ...all.filter((each) => each.provider === provider),
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

function undoRevocation(observed: Observations): Observations {
  return {
    ...observed,
    revocations: new Map([[mixthat, [{ ...acceptedChange, undone: "yes" }]]]),
  };
}

function loseUndoneRemoval(observed: Observations): Observations {
  const saves = [...observed.saves.keys()].map((key): [string, RequestedChange[]] => [
    key,
    [acceptedChange, { target: false, state: "accepted", undone: "yes" }],
  ]);
  return {
    ...changeRows(observed, "entries", () => []),
    saves: new Map(saves),
    remoteLibrary: [],
  };
}

function addDoubleClick(observed: Observations): Observations {
  const [first] = observed.presses;
  if (!first) throw new Error("nothing was shared");
  const second = { ...first, key: "k8", at: first.at + 999, reply: null };
  const withSecondLink = changeLinks(observed, (rows) => {
    const own = rows.find(({ key }) => key === aitronos);
    return own ? [...rows, { ...own, key: "k8" }] : rows;
  });
  return { ...withSecondLink, presses: [...observed.presses, second] };
}

const violations: [
  invariant: string,
  name: string,
  violate: (observed: Observations) => Observations,
][] = [
  ["0", "a message has no reply", (o) => ({ ...o, unanswered: ["share-track"] })],
  ["0", "an unhandled rejection", (o) => ({ ...o, uncaught: ["Error"] })],
  ["0", "it never becomes idle", (o) => ({ ...o, isIdle: false })],
  [
    "1",
    "a link of a reply is not stored",
    (o) => changeLinks(o, (rows) => rows.filter(({ key }) => key !== aitronos)),
  ],
  ["1", "a link of a reply was never created", (o) => ({ ...o, createdShares: [] })],
  ["1", "a link is revoked that nobody asked to revoke", (o) => setRevoked(o, "craftkit", true)],
  [
    "2",
    "an orphan where the service lists links",
    (o) => changeLinks(o, (rows) => rows.filter(({ key }) => key !== craftkit)),
  ],
  [
    "2",
    "one link is stored twice",
    (o) => changeLinks(o, (rows) => [...rows, ...rows.map((each) => ({ ...each, key: "k9" }))]),
  ],
  ["3", "a second request", (o) => ({ ...o, shareRequests: repeat(o.shareRequests, "aitronos") })],
  [
    "3",
    "an orphan that is not reported",
    (o) => ({ ...o, createdShares: [...o.createdShares, orphan] }),
  ],
  [
    "4",
    "a second message to a recipient",
    (o) => ({ ...o, shareRequests: repeat(o.shareRequests, "craftkit") }),
  ],
  ["5", "a link that is shown as revoked opens", (o) => setRevoked(o, "mixthat", false)],
  [
    "5",
    "a revocation was lost",
    (o) => changeLinks(o, (rows) => rows.map((each) => ({ ...each, revokedAt: null }))),
  ],
  ["5", "a link is revoked although that was undone", undoRevocation],
  ["6", "an entry of our library is lost", (o) => changeRows(o, "entries", () => [])],
  ["6", "a track of the service's library is lost", (o) => ({ ...o, remoteLibrary: [] })],
  [
    "6",
    "a track is saved twice",
    (o) => ({ ...o, remoteLibrary: [...o.remoteLibrary, ...o.remoteLibrary] }),
  ],
  ["6", "a track is removed although that was undone", loseUndoneRemoval],
  ["7", "an attempt is still due", (o) => changeAttempt(o, mixthat, { dueAt: 1 })],
  ["7", "an attempt remains unfinished", (o) => changeAttempt(o, craftkit, { state: "sending" })],
  ["7", "a job still waits", (o) => changeRows<Job>(o, "outbox", () => [job])],
  ["8", "a row is missing in one replica", (o) => ({ ...o, copy: { ...o.copy, links: [] } })],
  ["8", "a loss of data is reported", (o) => ({ ...o, isLossReported: true })],
  ["9", "a double click made two links", addDoubleClick],
];

let observations: Observations[];
beforeAll(async () => {
  observations = (await runSchedule(sandbox(), scheduleWithoutFaults)).observations;
}, 60_000);

test("a schedule without faults violates nothing", () => {
  expect(observations.flatMap(checkInvariants)).toEqual([]);
  const last = observations.at(-1);
  expect(last?.presses.map(({ key, reply }) => [key, Boolean(reply)])).toEqual([
    [aitronos, true],
    [mixthat, true],
    [craftkit, true],
  ]);
  expect(last?.createdShares.map(({ revoked }) => revoked)).toEqual([false, true, false]);
});

test.each(violations)("invariant %s finds: %s", (invariant, _name, violate) => {
  const last = observations.at(-1);
  if (!last) throw new Error("no observations");
  const found = checkInvariants(violate(last)).map((each) => each.slice(1).split(" ")[0]);
  expect(found).toContain(invariant);
});
