import type { Account } from "../../model/account.ts";
import type { Attempt } from "../../model/attempt.ts";
import { failpoint } from "../../model/failpoint.ts";
import { type Failure, fail, ok, type Result } from "../../model/failure.ts";
import { createNonce } from "../../model/nonce.ts";
import type { RemoteShare, Share } from "../../model/share.ts";
import { putAttempt, removeAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/open-database.ts";
import { getLink, getLinksOfTrack, putLink } from "../../store/links.ts";
import { planRetry } from "../timing/retry-policy.ts";
import { type Connected, connect } from "../accounts/connect.ts";
import { findOwnShare } from "./remote-shares.ts";
import { delays, MAX_INTENT_AGE_MS } from "../timing/delays.ts";
import { listRemoteShares, runAttempt, settle, toShareRequest } from "./run-attempt.ts";

/** So often one wish is sent at most; a service that loses every answer is not asked for ever. */
const MAX_SENDS = 3;

/**
 * Finds out what became of an attempt whose answer never came, from the service's own list. What it
 * made is taken over where the list has its address, and revoked where nobody has; only when it surely made
 * nothing, or nothing any more, it is sent again. Of settled attempts only leftovers are revoked.
 */
export async function reconcile(
  db: Database,
  account: Account | undefined,
  attempt: Attempt,
): Promise<void> {
  const at = await connect(db, account);
  if (!at.ok) return postpone(db, attempt, at.failure);
  const listed = await listRemoteShares(at.value, attempt.track.id);
  if (!listed.ok) return postpone(db, attempt, listed.failure);
  if (__TESTING__) await failpoint("reconcile:listed");
  const found = await findOrphans(db, at.value, attempt, listed.value);
  if (found === "unclear") return putAttempt(db, { ...attempt, ...postponeUnclear(attempt) });
  const open = attempt.state === "unknown" ? found.find(({ url }) => url !== null) : undefined;
  const swept = await revokeShares(
    at.value,
    attempt,
    found.filter((each) => each !== open),
  );
  if (!swept.ok) return postpone(db, attempt, swept.failure);
  if (open) {
    await settle(db, attempt, ok(toShare(open, attempt)), { unattended: true });
  } else if (attempt.state === "unknown") {
    await pollOrResend(db, at.value, attempt, found.length > 0);
  } else {
    await continueSweep(db, attempt);
  }
}

/** The links of this attempt that live and that we do not hold. */
async function findOrphans(
  db: Database,
  { provider, account }: Connected,
  attempt: Attempt,
  listed: readonly RemoteShare[],
): Promise<RemoteShare[] | "unclear"> {
  const kept = await getLink(db, attempt.key);
  const ours = await getLinksOfTrack(db, account.id, attempt.track.id);
  const held = new Set(ours.map(({ id }) => id));
  const live = listed.filter(({ id, revokedAt }) => revokedAt === null && !held.has(id));
  const found = new Set<RemoteShare>();
  for (const nonce of [...attempt.spent, attempt.nonce]) {
    const last = nonce === attempt.nonce;
    const before = last && !kept ? attempt.before : null;
    // What an earlier sending surely made is no doubt about this one.
    const rest = live.filter((each) => !found.has(each));
    const traces = provider.traces?.(toShareRequest({ ...attempt, nonce }), rest, before) ?? [];
    if (traces === "unclear") return traces;
    // With its id unknown, ours may be any of these: none is touched unless we can tell which.
    const unknown = last && kept?.id === null ? kept : null;
    const own = unknown && findOwnShare(provider, unknown, traces);
    if (unknown && own) await putLink(db, { ...unknown, id: own.id });
    const safe = !unknown || own !== null;
    for (const share of safe ? traces : []) if (share !== own) found.add(share);
  }
  return [...found];
}

async function revokeShares(
  at: Connected,
  { track }: Attempt,
  shares: readonly RemoteShare[],
): Promise<Result<void>> {
  for (const { id } of shares) {
    const done = (await at.provider.revoke?.(at, { id, track: track.id })) ?? NOT_ALLOWED;
    if (!done.ok) return done;
    if (__TESTING__) await failpoint("reconcile:revoked");
  }
  return ok(undefined);
}

const NOT_ALLOWED = fail({ kind: "not-allowed", code: null });

/** Others of ours may be among those that could be it: once they are known, it may be clear. */
function postponeUnclear({ sentAt, state }: Attempt): Partial<Attempt> {
  const sweep = (sentAt ?? 0) + delays.orphanSweep;
  if (Date.now() < sweep) return { dueAt: sweep };
  // Nothing more comes of it, so it must be seen, even where it was given up.
  return { dueAt: null, state: state === "withdrawn" ? "unknown" : state };
}

/** Whether to look once more, to send again, or to leave it to the person. */
async function pollOrResend(
  db: Database,
  { account, provider }: Connected,
  attempt: Attempt,
  wasApplied: boolean,
): Promise<void> {
  const looks = attempt.looks + 1;
  // Without a mark a late link could not be told from that of a second sending: it is waited for.
  const unmarked = provider.marks?.(toShareRequest(attempt)) === false;
  const nextLook = [...delays.polls, ...(unmarked ? [delays.orphanSweep] : [])][looks];
  if (!wasApplied && nextLook !== undefined) {
    return putAttempt(db, { ...attempt, looks, dueAt: (attempt.sentAt ?? 0) + nextLook });
  }
  // A message to a person is never sent twice by itself, and an old wish may be one no more.
  const stale = Date.now() - attempt.createdAt > MAX_INTENT_AGE_MS;
  if (attempt.asked.recipient !== null || stale || attempt.spent.length + 1 >= MAX_SENDS) {
    const failure = { kind: "unknown-outcome" } as const; // of all sendings; nothing of them lives
    return putAttempt(db, {
      ...retireNonce(attempt),
      state: "failed",
      failure,
      dueAt: nextSweepAt(),
    });
  }
  const again: Attempt = {
    ...retireNonce(attempt),
    nonce: createNonce(),
    state: "queued",
    looks: 0,
  };
  await putAttempt(db, { ...again, dueAt: Date.now() });
  if (__TESTING__) await failpoint("reconcile:again");
  await runAttempt(db, account, again, { unattended: true });
}

const nextSweepAt = (): number => Date.now() + delays.orphanSweep;

const retireNonce = (attempt: Attempt): Attempt => ({
  ...attempt,
  spent: [...attempt.spent, attempt.nonce],
  raw: null,
});

/**
 * No request that was thought lost arrives after the sweep's time, and a list is not behind for longer than
 * the looks take; then there is no more to look for.
 */
async function continueSweep(db: Database, attempt: Attempt): Promise<void> {
  const looks = attempt.looks + 1;
  const nextLook = delays.polls[looks];
  const since = Date.now() - (attempt.sentAt ?? 0);
  if (nextLook !== undefined) {
    return putAttempt(db, { ...attempt, looks, dueAt: (attempt.sentAt ?? 0) + nextLook });
  }
  if (attempt.state === "withdrawn" || attempt.spent.length > 0) {
    if (since < delays.orphanSweep) return putAttempt(db, { ...attempt, dueAt: nextSweepAt() });
    if (attempt.state === "withdrawn") return removeAttempt(db, attempt.key);
  }
  return putAttempt(db, { ...attempt, dueAt: null });
}

/** The list could not be read, or a leftover not be revoked: that is tried again, ever more seldom. */
async function postpone(db: Database, attempt: Attempt, failure: Failure): Promise<void> {
  const now = Date.now();
  const tries = Math.log2(Math.max(1, (now - (attempt.sentAt ?? now)) / delays.firstRetry));
  const next = planRetry(failure, tries, now, Math.random, Number.POSITIVE_INFINITY);
  // The track is gone, and its links with it.
  if (next.kind === "stuck") {
    if (attempt.state === "withdrawn") return removeAttempt(db, attempt.key);
    if (attempt.state === "done") return putAttempt(db, { ...attempt, dueAt: null });
    return putAttempt(db, { ...attempt, state: "failed", dueAt: null, raw: null, failure });
  }
  await putAttempt(db, {
    ...attempt,
    dueAt: next.kind === "again" ? next.at : now + delays.longestRetry,
  });
}

/** A link that the list has with its address. */
function toShare({ id, url, expiresAt, createdAt }: RemoteShare, { asked }: Attempt): Share {
  const { visibility } = asked;
  return { id, url: url ?? "", embedUrl: null, visibility, expiresAt, createdAt };
}
