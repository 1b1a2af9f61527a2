import type { Account } from "../../model/account.ts";
import type { Attempt } from "../../model/attempt.ts";
import { failpoint } from "../../model/failpoint.ts";
import { type Failure, fail, ok, type Result } from "../../model/failure.ts";
import type { Link } from "../../model/link.ts";
import type { RemoteShare, Share } from "../../model/share.ts";
import { StorageError } from "../../model/storage-error.ts";
import { providers } from "../../providers/adapters.ts";
import type { ShareRequest } from "../../providers/contract/adapter.ts";
import { finishAttempt, putAttempt, removeAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/open-database.ts";
import { planRetry, countTries } from "../timing/retry-policy.ts";
import { type Connected, connect } from "../accounts/connect.ts";
import { readAllPages } from "../lib/read-all-pages.ts";
import { delays } from "../timing/delays.ts";

interface RunOptions {
  /** Nobody waits for the outcome: what fails must be kept to be told. */
  unattended: boolean;
}

/** What an attempt asks of its provider, now and when its answer is read again. */
export function toShareRequest({ track, asked, nonce, createdAt }: Attempt): ShareRequest {
  return { track: track.id, terms: asked, nonce, now: createdAt };
}

/** Takes an attempt that has surely not been sent as far as it goes. */
export async function runAttempt(
  db: Database,
  account: Account,
  queued: Attempt,
  { unattended: alone }: RunOptions,
): Promise<Result<Link>> {
  let attempt: Attempt = { ...queued, dueAt: null };
  const note = (change: Partial<Attempt>): Promise<void> => {
    attempt = { ...attempt, ...change };
    return putAttempt(db, attempt);
  };
  const at = await connect(db, account, async (raw) => {
    if (__TESTING__) await failpoint("share:answered");
    await note({ state: "answered", raw, reserve: null }).catch(ignoreStorageError);
    if (__TESTING__) await failpoint("share:answer-kept");
  });
  if (!at.ok) return settle(db, attempt, at, { unattended: alone });
  const { share } = at.value.provider;
  if (!share)
    return settle(db, attempt, fail({ kind: "not-allowed", code: null }), { unattended: alone });
  const ready = await checkBeforeSending(at.value, attempt);
  if (!ready.ok) return settle(db, attempt, ready, { unattended: alone });
  if (__TESTING__) await failpoint("share:checked");
  const checked = attempt;
  const sending = { ...ready.value, state: "sending", looks: 0, failure: null } as const;
  try {
    await note({ ...sending, sentAt: Date.now(), reserve: PADDING });
  } catch (error) {
    ignoreStorageError(error);
    return settle(db, checked, fail({ kind: "not-kept" }), { unattended: alone });
  }
  if (__TESTING__) await failpoint("share:sending");
  const made = await share(at.value, toShareRequest(attempt));
  if (__TESTING__) await failpoint("share:read");
  const settled = await settle(db, attempt, made, { unattended: alone });
  if (__TESTING__) await failpoint("share:kept");
  return settled;
}

/** No answer to sharing comes near this. */
const PADDING = " ".repeat(4096);

/** There was room a moment ago, so this is rare; going on is the only way not to lose the link. */
export function ignoreStorageError(error: unknown): void {
  if (!(error instanceof StorageError)) throw error;
  console.warn("What came of a share could not be written down.", error);
}

/**
 * Cheap safe requests first: a wrong key, a foreign track or a dead network then ends it before
 * anything that cannot be repeated has left.
 */
async function checkBeforeSending(
  at: Connected,
  attempt: Attempt,
): Promise<Result<Pick<Attempt, "track" | "before">>> {
  const { provider } = at;
  const { track } = attempt;
  const seen = await provider.track?.(at, track.id);
  if (seen && !seen.ok) return seen;
  const readiness = await provider.readiness?.(at, track.id);
  if (readiness && !readiness.ok) return readiness;
  if (readiness?.value === "failed") return fail({ kind: "gone" });
  if (readiness?.value === "waiting") return fail({ kind: "not-ready" });
  const listed = provider.snapshot ? await listRemoteShares(at, track.id) : null;
  if (listed && !listed.ok) return listed;
  return ok({
    track: { ...track, ...seen?.value, title: seen?.value.title ?? track.title },
    before: listed?.value.map(({ id }) => id) ?? null,
  });
}

/** Every link that the service has of a track; none where it lists none. */
export async function listRemoteShares(
  at: Connected,
  track: string,
): Promise<Result<RemoteShare[]>> {
  const { links } = at.provider;
  return links ? readAllPages((cursor) => links(at, track, cursor)) : ok([]);
}

/** Writes down what came of an attempt. */
export async function settle(
  db: Database,
  attempt: Attempt,
  result: Result<Share>,
  { unattended: alone }: RunOptions,
): Promise<Result<Link>> {
  if (result.ok) {
    const { key, account, track, asked, nonce } = attempt;
    const link: Link = { ...result.value, key, account, track, asked, nonce, revokedAt: null };
    // A second link may have come of it: of a sending that was thought lost, or because Chromium sends a
    // request again, a POST as well, whose kept-alive connection was closed before any answer
    // (HttpNetworkTransaction::ShouldResendRequest; seen in version 156). So the list is read once more.
    const dueAt = providers[track.provider].traces ? Date.now() + (delays.polls[0] ?? 0) : null;
    const finished = finishAttempt(db, { ...attempt, dueAt }, link);
    // A link that cannot be written down is still there to be copied by who waits for it.
    await (alone ? finished : finished.catch(ignoreStorageError));
    return ok(link);
  }
  const kept = saveFailure(db, attempt, result.failure, alone);
  await (alone ? kept : kept.catch(ignoreStorageError)); // nor is the truth another one for that
  return result;
}

async function saveFailure(
  db: Database,
  tried: Attempt,
  failure: Failure,
  alone: boolean,
): Promise<void> {
  const now = Date.now();
  const attempt: Attempt = { ...tried, reserve: null };
  const sent = attempt.state === "sending" || attempt.state === "answered";
  const lists = providers[attempt.track.provider].traces !== undefined;
  if (failure.kind === "unknown-outcome" || (failure.kind === "malformed" && sent && lists)) {
    const dueAt = lists ? now + (delays.polls[0] ?? 0) : null;
    return putAttempt(db, { ...attempt, state: "unknown", dueAt });
  }
  // An answer that cannot be read stays as it came: it may hold the only copy of a link.
  if (failure.kind === "malformed" && sent) return;
  if (failure.kind === "not-ready") {
    return putAttempt(db, {
      ...attempt,
      state: "waiting",
      raw: null,
      dueAt: now + delays.notReady,
    });
  }
  if (!alone) return removeAttempt(db, attempt.key);
  // One that goes on by itself is not lost to a moment without network.
  const tries = countTries(tried.failure, failure, attempt.looks);
  const next = planRetry(failure, tries, now);
  if (next.kind === "again") {
    const state = attempt.state === "waiting" ? "waiting" : "queued";
    return putAttempt(db, { ...attempt, state, dueAt: next.at, looks: tries + 1, failure });
  }
  const dueAt = attempt.spent.length > 0 ? now + delays.orphanSweep : null;
  return putAttempt(db, { ...attempt, state: "failed", dueAt, raw: null, failure });
}
