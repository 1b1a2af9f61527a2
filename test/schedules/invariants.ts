import type { Attempt } from "../../src/model/share-attempt.ts";
import { DOUBLE_CLICK_MS } from "../../src/store/attempts.ts";
import {
  getAllowedStates,
  getAttempts,
  getEntries,
  getJobs,
  getLinks,
  isUndetermined,
} from "./observations.ts";
import type { Observations } from "./observations.ts";
import type { CreatedShare } from "./sandbox-in-memory.ts";

/** What must be true after every schedule. Each function returns its violations, in words. */
export const invariants: Readonly<Record<string, (observations: Observations) => string[]>> = {
  "0 every message gets a reply and everything becomes idle": (observations) => [
    ...observations.unanswered.map((name) => `${name} has no reply`),
    ...observations.uncaught.map((error) => `uncaught: ${error}`),
    ...(observations.isIdle ? [] : ["it never becomes idle"]),
  ],

  "1 a link that the user was given is stored and opens": (observations) =>
    observations.presses.flatMap(({ key, reply }) => {
      if (!reply || !("url" in reply)) return [];
      const { url } = reply;
      const link = getLinks(observations).find((each) => each.key === key || each.url === url);
      const share = observations.createdShares.find((each) => each.url === url);
      const mayBeRevoked = getAllowedRevoked(observations, link?.key ?? key).has(true);
      if (link?.url !== url) return [`${key} was given ${url}, which is not stored`];
      if (!share) return [`${key} was given ${url}, which the service never created`];
      return share.revoked && !mayBeRevoked ? [`${key} is revoked, and nobody asked for it`] : [];
    }),

  "2 where a service lists links: each of them is stored, and one for each intent": (
    observations,
  ) =>
    observations.createdShares.flatMap((share) => {
      if (share.provider === "aitronos" || share.revoked) return [];
      const links = getLinks(observations).filter(({ url }) => url === share.url);
      if (links.length === 1) return [];
      if (links.length > 1) return [`${share.url} is stored as ${links.length} links`];
      return isReported(observations, share)
        ? []
        : [`${share.provider} ${share.label} ${share.id} is an orphan`];
    }),

  "3 Aitronos: no more requests than presses, and every orphan is reported": (observations) =>
    getLabels(observations, "aitronos").flatMap((label) => {
      const presses = observations.presses.filter((press) => press.label === label);
      const requests = observations.shareRequests.filter((each) => each.label === label);
      const stored = new Set(getLinks(observations).map(({ url }) => url));
      const orphans = observations.createdShares.filter(
        (each) => each.label === label && !stored.has(each.url),
      );
      const reported = presses.filter(({ key }) => {
        const attempt = getAttempts(observations).find((each) => each.key === key);
        return (
          observations.withdrawn.has(key) ||
          attempt?.state === "unknown" ||
          attempt?.state === "answered"
        );
      });
      return selectViolations(
        [requests.length > presses.length, `${label} was sent ${requests.length} times`],
        [
          orphans.length > reported.length,
          `${label}: ${orphans.length} orphans, ${reported.length} reported`,
        ],
      );
    }),

  "4 a recipient gets no second message for one press": (observations) =>
    getLabels(observations).flatMap((label) => {
      const presses = observations.presses.filter((press) => press.label === label).length;
      const messages = observations.shareRequests.filter(
        (each) => each.label === label && each.recipient !== null,
      );
      return messages.length > presses
        ? [`${label} was sent to a recipient ${messages.length} times`]
        : [];
    }),

  "5 a link is revoked, and shown as revoked, exactly if the user asked for it": (observations) =>
    getLinks(observations).flatMap((link) => {
      const share = observations.createdShares.find(({ url }) => url === link.url);
      const isShownRevoked = link.revokedAt !== null;
      const allowed = getAllowedRevoked(observations, link.key);
      const isQueued = getJobs(observations).some(({ key }) => key === `revoke ${link.key}`);
      const isOpen = isQueued || isUndetermined(observations.revocations.get(link.key) ?? []);
      return selectViolations(
        [isShownRevoked && share?.revoked === false, `${link.key} is shown as revoked and opens`],
        [
          !isShownRevoked && share?.revoked === true && !isOpen,
          `${link.key} is revoked and not shown as such`,
        ],
        [
          !allowed.has(isShownRevoked) && !isQueued,
          `${link.key} is ${isShownRevoked ? "" : "not "}shown as revoked, against the user's request`,
        ],
      );
    }),

  "6 both libraries are as the user asked last": (observations) =>
    [...observations.saves].flatMap(([key, changes]) => {
      const [account = "", track = ""] = key.split(" ");
      const entries = getEntries(observations).filter(
        (each) => each.account === account && each.id === track,
      );
      const remote = observations.remoteLibrary.filter((id) => id === track);
      const allowed = getAllowedStates(changes);
      const isQueued = getJobs(observations).some((each) => each.key === `library ${key}`);
      const isOpen = isQueued || isUndetermined(changes);
      const hasRemoteLibrary = account === "aitronos";
      return selectViolations(
        [entries.length > 1 || remote.length > 1, `${key} is saved twice`],
        [!allowed.has(entries.length > 0), `${key} is ${entries.length} times in our library`],
        [
          hasRemoteLibrary && !isOpen && entries.length !== remote.length,
          `${key} is ${entries.length} times in our library and ${remote.length} times in the service's`,
        ],
      );
    }),

  "7 nothing waits for ever without being shown": (observations) => {
    const finalStates = new Set<Attempt["state"]>(["done", "unknown", "failed", "answered"]);
    const paused = new Set(
      getJobs(observations).flatMap(({ state, account }) => (state === "paused" ? account : [])),
    );
    return [
      ...getAttempts(observations).flatMap(({ key, state, dueAt }) =>
        finalStates.has(state) && dueAt === null ? [] : [`${key} is ${state}, due ${dueAt}`],
      ),
      ...getJobs(observations).flatMap(({ key, state, account }) =>
        !observations.hasUserIntervened && (state !== "waiting" || paused.has(account))
          ? []
          : [`${key} is ${state}`],
      ),
    ];
  },

  "8 both replicas are equal and no data was lost": (observations) => [
    ...Object.keys(observations.main).flatMap((name) =>
      JSON.stringify(observations.main[name]) === JSON.stringify(observations.copy[name])
        ? []
        : [`the replicas differ in ${name}`],
    ),
    ...(observations.isLossReported ? ["a loss of data was reported"] : []),
  ],

  "9 a double click makes one link": (observations) =>
    getLabels(observations).flatMap((label) => {
      const presses = observations.presses.filter((press) => press.label === label);
      const [first] = presses;
      const last = presses.at(-1);
      if (!first || !last || last.at - first.at >= DOUBLE_CLICK_MS) return [];
      if (presses.some(({ key }) => observations.withdrawn.has(key))) return [];
      const links = getLinks(observations).filter(({ key }) =>
        presses.some((press) => press.key === key),
      );
      const created = observations.createdShares.filter((each) => each.label === label);
      const isCreatedTwice = first.track.provider === "aitronos" && created.length > 1;
      return links.length > 1 || isCreatedTwice
        ? [`${label} became ${Math.max(links.length, created.length)} links`]
        : [];
    }),
};

/** The messages of the conditions that are true. */
const selectViolations = (...all: readonly [isViolated: boolean, message: string][]): string[] =>
  all.flatMap(([isViolated, message]) => (isViolated ? message : []));

/** Whether a link may be revoked, and may be live. Withdrawing an attempt revokes the link that it became meanwhile. */
function getAllowedRevoked({ revocations, withdrawn }: Observations, key: string): Set<boolean> {
  const allowed = getAllowedStates(revocations.get(key) ?? []);
  return withdrawn.has(key) ? allowed.add(true) : allowed;
}

/** The violations of all invariants, each with the invariant's name. */
export function checkInvariants(observations: Observations): string[] {
  return Object.entries(invariants).flatMap(([name, check]) =>
    check(observations).map((violation) => `[${name}] ${violation}`),
  );
}

const getLabels = ({ presses }: Observations, provider?: string): string[] => [
  ...new Set(
    presses
      .filter(({ track }) => provider === undefined || track.provider === provider)
      .map(({ label }) => label),
  ),
];

/** Whether the user was asked which of several links is the one, a question that may stay unanswered. */
function isReported(observations: Observations, { label }: CreatedShare): boolean {
  const presses = observations.presses.filter((press) => press.label === label);
  return [...getAttempts(observations), ...observations.withdrawn.values()].some(
    ({ key, state, dueAt }) =>
      presses.some((press) => press.key === key) && state === "unknown" && dueAt === null,
  );
}
