import type { Account } from "../../model/account.ts";
import { failpoint } from "../../model/failpoint.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Failure, Result } from "../../model/failure.ts";
import type { CreatedShare } from "../../model/remote-share.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import { providers } from "../../providers/adapters.ts";
import type { ShareRequest } from "../../providers/contract/adapter.ts";
import { finishAttempt, putAttempt, removeAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/schema.ts";
import { connect } from "../accounts/connect.ts";
import type { Connected } from "../accounts/connect.ts";
import { ignoreStorageError } from "../lib/ignore-storage-error.ts";
import { delays } from "../timing/delays.ts";
import { planRetry, countTries } from "../timing/retry-policy.ts";
import { listRemoteShares } from "./remote-shares.ts";

interface RunOptions {
  /** True when nobody waits for the result, so that a failure must be stored to be shown later. */
  unattended: boolean;
}

/** The request of an attempt: to send it, to read its stored response again, or to recognise its link in a list. */
export function toShareRequest({ track, asked, nonce, createdAt }: Attempt): ShareRequest {
  return { track: track.id, terms: asked, nonce, now: createdAt };
}

/**
 * Sends an attempt that has certainly not been sent yet, and stores what came of it. Each state is on disk before the
 * next step, because a share link's token is shown only once, in the response: "sending" before the request leaves,
 * and "answered" with the raw response before it is parsed.
 */
export async function runAttempt(
  db: Database,
  account: Account,
  queued: Attempt,
  { unattended }: RunOptions,
): Promise<Result<StoredLink>> {
  let attempt: Attempt = { ...queued, dueAt: null };
  const update = (change: Partial<Attempt>): Promise<void> => {
    attempt = { ...attempt, ...change };
    return putAttempt(db, attempt);
  };
  const connected = await connect(db, account, async (raw) => {
    if (__TESTING__) await failpoint("share:answered");
    await update({ state: "answered", raw, reserve: null }).catch(ignoreStorageError);
    if (__TESTING__) await failpoint("share:answer-kept");
  });
  if (!connected.ok) return settle(db, attempt, connected, { unattended });
  const connection = connected.value;
  const { share } = connection.provider;
  if (!share) return settle(db, attempt, NOT_ALLOWED, { unattended });
  const checked = await checkBeforeSending(connection, attempt);
  if (!checked.ok) return settle(db, attempt, checked, { unattended });
  if (__TESTING__) await failpoint("share:checked");
  const unsent = attempt;
  const sending = { ...checked.value, state: "sending", looks: 0, failure: null } as const;
  try {
    await update({ ...sending, sentAt: Date.now(), reserve: PADDING });
  } catch (error) {
    ignoreStorageError(error);
    return settle(db, unsent, fail({ kind: "not-kept" }), { unattended });
  }
  if (__TESTING__) await failpoint("share:sending");
  const shared = await share(connection, toShareRequest(attempt));
  if (__TESTING__) await failpoint("share:read");
  const settled = await settle(db, attempt, shared, { unattended });
  if (__TESTING__) await failpoint("share:kept");
  return settled;
}

const NOT_ALLOWED = fail({ kind: "not-allowed", code: null });

/**
 * Stored with an attempt before it is sent, and dropped when its response is stored: shows that the disk has room for
 * the response. In characters; no service's response to a share comes near this length.
 */
const PADDING = " ".repeat(4096);

/**
 * Makes the requests that change nothing first, so that a wrong key, somebody else's track or a lost network ends the
 * attempt before a request leaves that must not be repeated. Gives the track's title, and the ids of its links
 * (`before`) where the service's list does not show our nonce.
 */
async function checkBeforeSending(
  connection: Connected,
  attempt: Attempt,
): Promise<Result<Pick<Attempt, "track" | "before">>> {
  const { provider } = connection;
  const { track } = attempt;
  const found = await provider.track?.(connection, track.id);
  if (found && !found.ok) return found;
  const readiness = await provider.readiness?.(connection, track.id);
  if (readiness && !readiness.ok) return readiness;
  if (readiness?.value === "failed") return fail({ kind: "gone" });
  if (readiness?.value === "waiting") return fail({ kind: "not-ready" });
  const listed = provider.needsListBeforeSharing
    ? await listRemoteShares(connection, track.id)
    : null;
  if (listed && !listed.ok) return listed;
  return ok({
    track: { ...track, ...found?.value, title: found?.value.title ?? track.title },
    before: listed?.value.map(({ id }) => id) ?? null,
  });
}

/**
 * Stores what came of an attempt: its link, or its failure. When somebody waits for the result (not `unattended`) it
 * is returned even if it cannot be stored, because the link can still be copied.
 */
export async function settle(
  db: Database,
  attempt: Attempt,
  result: Result<CreatedShare>,
  { unattended }: RunOptions,
): Promise<Result<StoredLink>> {
  if (result.ok) {
    const { key, account, track, asked, nonce } = attempt;
    const link: StoredLink = {
      ...result.value,
      key,
      account,
      track,
      asked,
      nonce,
      revokedAt: null,
    };
    // The service may have made a second link: an earlier request that was thought lost may have arrived, or Chromium
    // sent the request twice. It repeats even a POST when a kept-alive connection closes before any response
    // (HttpNetworkTransaction::ShouldResendRequest; seen in version 156). So the list is read once more.
    const dueAt = providers[track.provider].matchShares
      ? Date.now() + (delays.polls[0] ?? 0)
      : null;
    const finished = finishAttempt(db, { ...attempt, dueAt }, link);
    await (unattended ? finished : finished.catch(ignoreStorageError));
    return ok(link);
  }
  const written = saveFailure(db, attempt, result.failure, unattended);
  await (unattended ? written : written.catch(ignoreStorageError));
  return result;
}

async function saveFailure(
  db: Database,
  failed: Attempt,
  failure: Failure,
  unattended: boolean,
): Promise<void> {
  const now = Date.now();
  const attempt: Attempt = { ...failed, reserve: null };
  const wasSent = attempt.state === "sending" || attempt.state === "answered";
  const hasList = providers[attempt.track.provider].matchShares !== undefined;
  const isUnreadable = failure.kind === "malformed" && wasSent;
  if (failure.kind === "unknown-outcome" || (isUnreadable && hasList)) {
    const dueAt = hasList ? now + (delays.polls[0] ?? 0) : null;
    return putAttempt(db, { ...attempt, state: "unknown", dueAt });
  }
  // A response that cannot be read stays stored as it came, because it may hold the only copy of a link.
  if (isUnreadable) return;
  if (failure.kind === "not-ready") {
    const dueAt = now + delays.notReady;
    return putAttempt(db, { ...attempt, state: "waiting", raw: null, dueAt });
  }
  if (!unattended) return removeAttempt(db, attempt.key);
  // An unattended attempt is tried again, so that a moment without network does not end it.
  const tries = countTries(failed.failure, failure, attempt.looks);
  const plan = planRetry(failure, tries, now);
  if (plan.kind === "again") {
    const state = attempt.state === "waiting" ? "waiting" : "queued";
    return putAttempt(db, { ...attempt, state, dueAt: plan.at, looks: tries + 1, failure });
  }
  const dueAt = attempt.spent.length > 0 ? now + delays.orphanSweep : null;
  return putAttempt(db, { ...attempt, state: "failed", dueAt, raw: null, failure });
}
