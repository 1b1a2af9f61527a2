import type { Account } from "../../model/account.ts";
import type { Attempt } from "../../model/attempt.ts";
import { failpoint } from "../../model/failpoint.ts";
import { fail, ok, type Result } from "../../model/failure.ts";
import type { Link } from "../../model/link.ts";
import { createNonce } from "../../model/nonce.ts";
import type { Terms } from "../../model/share.ts";
import { type Track, trackKey } from "../../model/track.ts";
import { claimAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/open-database.ts";
import { getLink } from "../../store/links.ts";
import { inTurn } from "../lib/keyed-mutex.ts";
import { runAttempt } from "./run-attempt.ts";

export interface ShareIntent {
  /** Made where the person clicked: the same click asked twice is one wish. */
  intent: string;
  track: Track;
  terms: Terms;
}

/**
 * Makes one share link of one wish. The attempt is on disk before the request leaves; a double
 * click, a second window and a repeated message find it there.
 */
export function shareTrack(
  db: Database,
  account: Account,
  wish: ShareIntent,
): Promise<Result<Link>> {
  const pressedAt = Date.now();
  return withShareLock(account, wish.track, async () => {
    const wanted = createAttempt(account, wish, pressedAt);
    const attempt = await claimAttempt(db, wanted);
    if (attempt !== wanted) return readOutcome(db, attempt);
    if (__TESTING__) await failpoint("share:claimed");
    return runAttempt(db, account, attempt, { unattended: false });
  });
}

/** Whatever makes or looks for links of one track with one account is done one after the other. */
export function withShareLock<T>(
  account: Pick<Account, "id">,
  track: Track,
  work: () => Promise<T>,
): Promise<T> {
  return inTurn(`share ${account.id} ${trackKey(track)}`, work);
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

/** What came of an attempt that somebody has made before. */
async function readOutcome(db: Database, attempt: Attempt): Promise<Result<Link>> {
  const link = await getLink(db, attempt.key);
  if (link) return ok(link);
  if (attempt.state === "waiting") return fail({ kind: "not-ready" });
  return fail(attempt.failure ?? { kind: "unknown-outcome" });
}
