import type { Account } from "../../model/account.ts";
import { failpoint } from "../../model/failpoint.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import { createNonce } from "../../model/nonce.ts";
import type { Attempt } from "../../model/share-attempt.ts";
import type { Terms } from "../../model/share-terms.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import { toTrackKey } from "../../model/track.ts";
import type { Track } from "../../model/track.ts";
import { providers } from "../../providers/adapters.ts";
import { claimAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/schema.ts";
import { getLink } from "../../store/links.ts";
import { withLock } from "../lib/keyed-mutex.ts";
import { runAttempt } from "./run-attempt.ts";

/** What a person who pressed Share wants. */
export interface ShareIntent {
  /** An id made where the person pressed: a message that is sent twice carries the same one. */
  intent: string;
  track: Track;
  terms: Terms;
}

/**
 * Makes one share link for one intent. The attempt is stored before the request leaves, so that a double click, a
 * second window or a repeated message finds it and returns its result instead of sharing again.
 */
export function shareTrack(
  db: Database,
  account: Account,
  intent: ShareIntent,
): Promise<Result<StoredLink>> {
  const pressedAt = Date.now(); // before waiting for the lock, so that two quick presses are seen as a double click
  return withShareLock(account, intent.track, async () => {
    const created = createAttempt(account, intent, pressedAt);
    const { markOf = (nonce) => nonce } = providers[account.provider];
    const { attempt, isNew } = await claimAttempt(db, created, markOf);
    if (!isNew) return readOutcome(db, attempt);
    if (__TESTING__) await failpoint("share:claimed");
    return runAttempt(db, account, attempt, { unattended: false });
  });
}

/** Runs work that makes, looks for or revokes links of a track, one after the other for each account and track. */
export function withShareLock<T>(
  account: Pick<Account, "id">,
  track: Track,
  work: () => Promise<T>,
): Promise<T> {
  return withLock(`share ${account.id} ${toTrackKey(track)}`, work);
}

function createAttempt(
  account: Account,
  { intent, track, terms }: ShareIntent,
  createdAt: number,
): Attempt {
  return {
    key: intent,
    account: account.id,
    track,
    asked: terms,
    nonce: createNonce(),
    spent: [],
    before: null,
    state: "queued",
    createdAt,
    sentAt: null,
    dueAt: null,
    looks: 0,
    raw: null,
    reserve: null,
    failure: null,
  };
}

/** The result of an attempt that an earlier press has made. */
async function readOutcome(db: Database, attempt: Attempt): Promise<Result<StoredLink>> {
  const link = await getLink(db, attempt.key);
  if (link) return ok(link);
  if (attempt.state === "waiting") return fail({ kind: "not-ready" });
  return fail(attempt.failure ?? { kind: "unknown-outcome" });
}
