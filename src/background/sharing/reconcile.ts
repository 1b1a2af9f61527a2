import type { Account } from "../../model/account.ts";
import { failpoint } from "../../model/failpoint.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Failure, Result } from "../../model/failure.ts";
import { createNonce } from "../../model/nonce.ts";
import type { RemoteShare, CreatedShare } from "../../model/remote-share.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import { putAttempt, removeAttempt, requeueAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/schema.ts";
import { getLink, getLinksOfTrack, putLink } from "../../store/links.ts";
import { connect } from "../accounts/connect.ts";
import type { Connected } from "../accounts/connect.ts";
import { delays, MAX_INTENT_AGE_MS } from "../timing/delays.ts";
import { planRetry } from "../timing/retry-policy.ts";
import { findOwnShare, listRemoteShares } from "./remote-shares.ts";
import { runAttempt, settle, toShareRequest } from "./run-attempt.ts";

/** How often one attempt is sent at most, so that a service whose responses are always lost is not asked for ever. */
const MAX_SENDS = 3;

/**
 * Finds out from the service's list of links what became of an attempt whose response never came:
 *
 * - A link that the list shows with its address becomes the attempt's link.
 * - A link without an address is revoked, because nobody can open it: its token was in the lost response only.
 * - Only when the request certainly made no link, or no link that still lives, is it sent again.
 *
 * Of an attempt that is already settled (done, failed or withdrawn) it only revokes links that nobody holds.
 */
export async function reconcile(
  db: Database,
  account: Account | undefined,
  attempt: Attempt,
): Promise<void> {
  const connected = await connect(db, account);
  if (!connected.ok) return postpone(db, attempt, connected.failure);
  const connection = connected.value;
  const listed = await listRemoteShares(connection, attempt.track.id);
  if (!listed.ok) return postpone(db, attempt, listed.failure);
  if (__TESTING__) await failpoint("reconcile:listed");
  const orphans = await findOrphans(db, connection, attempt, listed.value);
  if (orphans === "unclear") return postponeUnclear(db, attempt);
  const isUnknown = attempt.state === "unknown";
  const usable = isUnknown ? orphans.find(({ url }) => url !== null) : undefined;
  const useless = orphans.filter((share) => share !== usable);
  const revoked = await revokeShares(connection, attempt, useless);
  if (!revoked.ok) return postpone(db, attempt, revoked.failure);
  if (usable) {
    await settle(db, attempt, ok(toShare(usable, attempt)), { unattended: true });
  } else if (isUnknown) {
    await pollOrResend(db, connection, attempt, orphans.length > 0);
  } else {
    await continueSweep(db, attempt);
  }
}

/**
 * The links that this attempt made, that are not revoked and that are not among our links. "unclear" when links
 * of others could be among them.
 */
async function findOrphans(
  db: Database,
  { provider, account }: Connected,
  attempt: Attempt,
  listed: readonly RemoteShare[],
): Promise<RemoteShare[] | "unclear"> {
  const link = await getLink(db, attempt.key);
  const ownLinks = await getLinksOfTrack(db, account.id, attempt.track.id);
  const ownIds = new Set(ownLinks.map(({ id }) => id));
  const live = listed.filter(({ id, revokedAt }) => revokedAt === null && !ownIds.has(id));
  const orphans = new Set<RemoteShare>();
  for (const nonce of [...attempt.spent, attempt.nonce]) {
    const isLastSend = nonce === attempt.nonce;
    const before = isLastSend && !link ? attempt.before : null;
    // A link that an earlier send certainly made is no candidate for this one.
    const rest = live.filter((share) => !orphans.has(share));
    const made = provider.matchShares?.(toShareRequest({ ...attempt, nonce }), rest, before) ?? [];
    if (made === "unclear") return made;
    // When we hold a link of this attempt without its id, it may be any of these. Then they are orphans only if
    // we can tell which one is ours.
    const unidentified = isLastSend && link?.id === null ? link : null;
    const own = unidentified && findOwnShare(provider, unidentified, made);
    if (unidentified && own) await putLink(db, { ...unidentified, id: own.id });
    const isCertain = !unidentified || own !== null;
    for (const share of isCertain ? made : []) if (share !== own) orphans.add(share);
  }
  return [...orphans];
}

async function revokeShares(
  connection: Connected,
  { track }: Attempt,
  shares: readonly RemoteShare[],
): Promise<Result<void>> {
  const { revoke } = connection.provider;
  for (const { id } of shares) {
    const revoked = (await revoke?.(connection, { id, track: track.id })) ?? NOT_ALLOWED;
    if (!revoked.ok) return revoked;
    if (__TESTING__) await failpoint("reconcile:revoked");
  }
  return ok(undefined);
}

const NOT_ALLOWED = fail({ kind: "not-allowed", code: null });

/**
 * Several links could be the attempt's. Once other attempts of ours are settled it may be clear, so it is tried again
 * until no request can arrive any more. Then the person has to see it, even if they had withdrawn the attempt.
 */
function postponeUnclear(db: Database, attempt: Attempt): Promise<void> {
  const { sentAt, state } = attempt;
  const sweepAt = (sentAt ?? 0) + delays.orphanSweep;
  if (Date.now() < sweepAt) return putAttempt(db, { ...attempt, dueAt: sweepAt });
  const shown = state === "withdrawn" ? "unknown" : state;
  return putAttempt(db, { ...attempt, dueAt: null, state: shown });
}

/**
 * Decides what happens to an attempt that has no usable link: read the list again later, send the request again, or
 * leave the decision to the person. `hadLink`: it had made a link, which is revoked now.
 */
async function pollOrResend(
  db: Database,
  { account, provider }: Connected,
  attempt: Attempt,
  hadLink: boolean,
): Promise<void> {
  const looks = attempt.looks + 1;
  // Without our nonce a late link could not be told from that of a second send, so the longest delay is waited for.
  const hasNoNonce = provider.willCarryMark?.(toShareRequest(attempt)) === false;
  const nextPoll = [...delays.polls, ...(hasNoNonce ? [delays.orphanSweep] : [])][looks];
  if (!hadLink && nextPoll !== undefined) {
    return putAttempt(db, { ...attempt, looks, dueAt: (attempt.sentAt ?? 0) + nextPoll });
  }
  // An e-mail is never sent to a recipient twice without being asked, and after a day the person may not want the
  // link any more.
  const isTooOld = Date.now() - attempt.createdAt > MAX_INTENT_AGE_MS;
  if (attempt.asked.recipient !== null || isTooOld || attempt.spent.length + 1 >= MAX_SENDS) {
    const failure = { kind: "unknown-outcome" } as const;
    const failed = { ...retireNonce(attempt), state: "failed", failure } as const;
    return putAttempt(db, { ...failed, dueAt: nextSweepAt() });
  }
  const requeued = {
    ...retireNonce(attempt),
    nonce: createNonce(),
    state: "queued",
    looks: 0,
  } as const;
  const { markOf = (nonce) => nonce } = provider;
  const { nonce } = await requeueAttempt(db, { ...requeued, dueAt: Date.now() }, markOf);
  if (__TESTING__) await failpoint("reconcile:again");
  await runAttempt(db, account, { ...requeued, nonce }, { unattended: true });
}

const nextSweepAt = (): number => Date.now() + delays.orphanSweep;

/** Adds the attempt's nonce to those of its earlier sends, whose links are revoked when they turn up. */
const retireNonce = (attempt: Attempt): Attempt => ({
  ...attempt,
  spent: [...attempt.spent, attempt.nonce],
  raw: null,
});

/**
 * Looks for links of a settled attempt once more, or ends the search: when the list has been read as often as it can
 * be behind (`delays.polls`) and no request that was thought lost can still arrive (`delays.orphanSweep`).
 */
async function continueSweep(db: Database, attempt: Attempt): Promise<void> {
  const looks = attempt.looks + 1;
  const nextPoll = delays.polls[looks];
  const sinceSent = Date.now() - (attempt.sentAt ?? 0);
  if (nextPoll !== undefined) {
    return putAttempt(db, { ...attempt, looks, dueAt: (attempt.sentAt ?? 0) + nextPoll });
  }
  if (attempt.state === "withdrawn" || attempt.spent.length > 0) {
    if (sinceSent < delays.orphanSweep) return putAttempt(db, { ...attempt, dueAt: nextSweepAt() });
    if (attempt.state === "withdrawn") return removeAttempt(db, attempt.key);
  }
  return putAttempt(db, { ...attempt, dueAt: null });
}

/**
 * Sets when to reconcile again, after the list could not be read or a link could not be revoked. The pauses grow with
 * the time since the request was sent.
 */
async function postpone(db: Database, attempt: Attempt, failure: Failure): Promise<void> {
  const now = Date.now();
  const tries = Math.log2(Math.max(1, (now - (attempt.sentAt ?? now)) / delays.firstRetry));
  const plan = planRetry(failure, tries, now, Math.random, Number.POSITIVE_INFINITY);
  // The track is gone from the service, and its links with it.
  if (plan.kind === "stuck") {
    if (attempt.state === "withdrawn") return removeAttempt(db, attempt.key);
    if (attempt.state === "done") return putAttempt(db, { ...attempt, dueAt: null });
    return putAttempt(db, { ...attempt, state: "failed", dueAt: null, raw: null, failure });
  }
  const dueAt = plan.kind === "again" ? plan.at : now + delays.longestRetry;
  await putAttempt(db, { ...attempt, dueAt });
}

/** The share of a listed link whose address the list has. */
function toShare({ id, url, expiresAt, createdAt }: RemoteShare, { asked }: Attempt): CreatedShare {
  const { visibility } = asked;
  return { id, url: url ?? "", embedUrl: null, visibility, expiresAt, createdAt };
}
