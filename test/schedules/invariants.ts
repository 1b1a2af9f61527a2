import type { Attempt } from "../../src/model/share-attempt.ts";
import { DOUBLE_CLICK_MS } from "../../src/store/attempts.ts";
import { attemptsOf, entriesOf, jobsOf, isOpen, linksOf, outcomes } from "./observations.ts";
import type { Facts, Press } from "./observations.ts";
import type { Committed } from "./sandbox-in-memory.ts";

/** What must be true of every schedule; each answers what it finds wrong, in words. */
export const invariants: Readonly<Record<string, (facts: Facts) => string[]>> = {
  "every question is answered and everything comes to rest": (facts) => [
    ...facts.unanswered.map((name) => `${name} was never answered`),
    ...facts.uncaught.map((error) => `nobody caught ${error}`),
    ...(facts.rested ? [] : ["it never comes to rest"]),
  ],

  "1 a link that was told is ours and opens": (facts) =>
    facts.presses.flatMap(({ key, told }) => {
      if (!told || !("url" in told)) return [];
      const kept = linksOf(facts).find((link) => link.key === key || link.url === told.url);
      const real = facts.service.find(({ url }) => url === told.url);
      const mayEnd = endings(facts, kept?.key ?? key).has(true);
      if (kept?.url !== told.url) return [`${key} was told ${told.url} and is not in our store`];
      if (!real) return [`${key} was told ${told.url}, which the service never made`];
      return real.revoked && !mayEnd ? [`${key} was told, and nobody wished its end`] : [];
    }),

  "2 no link that nobody holds, and one of each intent, where a service lists them": (facts) =>
    facts.service.flatMap((real) => {
      if (real.provider === "aitronos" || real.revoked) return [];
      const held = linksOf(facts).filter(({ url }) => url === real.url);
      if (held.length === 1) return [];
      if (held.length > 1) return [`${real.url} is ${held.length} of our links`];
      return isTold(facts, real) ? [] : [`${real.provider} ${real.label} ${real.id} is an orphan`];
    }),

  "3 Aitronos: no more requests than presses, and every orphan is told": (facts) =>
    labels(facts, "aitronos").flatMap((label) => {
      const presses = facts.presses.filter((press) => press.label === label);
      const sent = facts.posts.filter((post) => post.label === label);
      const kept = new Set(linksOf(facts).map(({ url }) => url));
      const orphans = facts.service.filter((each) => each.label === label && !kept.has(each.url));
      const told = presses.filter(({ key }) => {
        const attempt = attemptsOf(facts).find((each) => each.key === key);
        return (
          facts.forgotten.has(key) || attempt?.state === "unknown" || attempt?.state === "answered"
        );
      });
      return all(
        [sent.length > presses.length, `${label} was sent ${sent.length} times`],
        [orphans.length > told.length, `${label}: ${orphans.length} orphans, ${told.length} told`],
      );
    }),

  "4 nobody gets two messages of one press": (facts) =>
    labels(facts).flatMap((label) => {
      const presses = facts.presses.filter((press) => press.label === label).length;
      const sent = facts.posts.filter((post) => post.label === label && post.recipient !== null);
      return sent.length > presses ? [`${label} was sent to a person ${sent.length} times`] : [];
    }),

  "5 what was to be revoked is, and nothing else is told to be": (facts) =>
    linksOf(facts).flatMap((link) => {
      const real = facts.service.find(({ url }) => url === link.url);
      const told = link.revokedAt !== null;
      const may = endings(facts, link.key);
      const waits = jobsOf(facts).some(({ key }) => key === `revoke ${link.key}`);
      const open = waits || isOpen(facts.revocations.get(link.key) ?? []);
      return all(
        [told && real?.revoked === false, `${link.key} is told as revoked and lives`],
        [!told && real?.revoked === true && !open, `${link.key} is revoked and not told`],
        [!may.has(told) && !waits, `${link.key} is ${told ? "" : "not "}revoked`],
      );
    }),

  "6 the libraries are as was wished last, here and there": (facts) =>
    [...facts.saves].flatMap(([key, wishes]) => {
      const [account = "", track = ""] = key.split(" ");
      const ours = entriesOf(facts).filter((each) => each.account === account && each.id === track);
      const theirs = facts.library.filter((id) => id === track);
      const may = outcomes(wishes);
      const waits = jobsOf(facts).some((each) => each.key === `library ${key}`);
      const open = waits || isOpen(wishes);
      const keeps = account === "aitronos";
      return all(
        [ours.length > 1 || theirs.length > 1, `${key} is doubled`],
        [!may.has(ours.length > 0), `${key} is ${ours.length} times in our library`],
        [
          keeps && !open && ours.length !== theirs.length,
          `${key} is ${ours.length} times here and ${theirs.length} times there`,
        ],
      );
    }),

  "7 nothing waits for ever unseen": (facts) => {
    const visible = new Set<Attempt["state"]>(["done", "unknown", "failed", "answered"]);
    const paused = new Set(
      jobsOf(facts).flatMap(({ state, account }) => (state === "paused" ? account : [])),
    );
    return [
      ...attemptsOf(facts).flatMap(({ key, state, dueAt }) =>
        visible.has(state) && dueAt === null ? [] : [`${key} is ${state}, due ${dueAt}`],
      ),
      ...jobsOf(facts).flatMap(({ key, state, account }) =>
        !facts.helped && (state !== "waiting" || paused.has(account)) ? [] : [`${key} is ${state}`],
      ),
    ];
  },

  "8 both copies are the same and nothing was lost": (facts) => [
    ...Object.keys(facts.main).flatMap((name) =>
      JSON.stringify(facts.main[name]) === JSON.stringify(facts.copy[name])
        ? []
        : [`the copies differ in ${name}`],
    ),
    ...(facts.wasLost ? ["something was told to be lost"] : []),
  ],

  "9 two presses within a second are one": (facts) =>
    labels(facts).flatMap((label) => {
      const presses = facts.presses.filter((press) => press.label === label);
      const [first] = presses;
      const last = presses.at(-1);
      if (!first || !last || last.at - first.at >= DOUBLE_CLICK_MS) return [];
      if (presses.some(({ key }) => facts.forgotten.has(key))) return [];
      const kept = linksOf(facts).filter(({ key }) => presses.some((press) => press.key === key));
      const made = facts.service.filter((each) => each.label === label);
      const twice = first.provider === "aitronos" && made.length > 1;
      return kept.length > 1 || twice
        ? [`${label} became ${Math.max(kept.length, made.length)} links`]
        : [];
    }),
};

/** Of these findings the ones that are so. */
const all = (...found: readonly [is: boolean, what: string][]): string[] =>
  found.flatMap(([is, what]) => (is ? what : []));

/** Whether a link may be revoked, and may not; giving up an attempt ends the link that it just became. */
function endings({ revocations, forgotten }: Facts, key: string): Set<boolean> {
  const may = outcomes(revocations.get(key) ?? []);
  return forgotten.has(key) ? may.add(true) : may;
}

/** Everything that is wrong. */
export function violations(facts: Facts): string[] {
  return Object.entries(invariants).flatMap(([name, find]) =>
    find(facts).map((what) => `[${name}] ${what}`),
  );
}

const labels = ({ presses }: Facts, provider?: string): string[] => [
  ...new Set(presses.filter(isOf(provider)).map(({ label }) => label)),
];

const isOf = (provider?: string) => (press: Press) =>
  provider === undefined || press.provider === provider;

/** Several links could be the one that was asked for: the person is asked which, and may leave it at that. */
function isTold(facts: Facts, { label }: Committed): boolean {
  const presses = facts.presses.filter((press) => press.label === label);
  return [...attemptsOf(facts), ...facts.forgotten.values()].some(
    ({ key, state, dueAt }) =>
      presses.some((press) => press.key === key) && state === "unknown" && dueAt === null,
  );
}
