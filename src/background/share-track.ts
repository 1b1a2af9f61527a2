import type { Account } from "../model/account.ts";
import type { Attempt } from "../model/attempt.ts";
import { fail, ok, type Result } from "../model/failure.ts";
import type { Link } from "../model/link.ts";
import type { Share, Terms } from "../model/share.ts";
import { type Track, trackKey } from "../model/track.ts";
import { providers } from "../providers/index.ts";
import { attemptOf, finishAttempt, putAttempt, removeAttempt } from "../store/attempts.ts";
import type { Database } from "../store/database.ts";
import { linkOf } from "../store/links.ts";
import { connect } from "./connect.ts";

export interface Wish {
  /** Made where the person clicked: the same click asked twice is one wish. */
  intent: string;
  track: Track;
  terms: Terms;
}

/**
 * Makes one share link. The service shows the link's address once, so the attempt is on disk
 * before the request leaves, and the raw answer before anybody parses it.
 */
export async function shareTrack(
  db: Database,
  account: Account,
  wish: Wish,
): Promise<Result<Link>> {
  const earlier = await linkOf(db, wish.intent);
  if (earlier) return ok(earlier);
  if (await attemptOf(db, wish.intent)) return fail({ kind: "unknown-outcome" });

  let attempt: Attempt = {
    key: wish.intent,
    account: account.id,
    track: wish.track,
    asked: wish.terms,
    state: "queued",
    createdAt: Date.now(),
    raw: null,
  };
  const note = (change: Partial<Attempt>): Promise<void> => {
    attempt = { ...attempt, ...change };
    return putAttempt(db, attempt);
  };
  await note({});

  const provider = providers[account.provider];
  const ready = await connect(db, account);
  // A cheap safe request first: a wrong key, a foreign track or a dead network then ends it
  // before anything that cannot be repeated has left.
  const seen = ready.ok ? await provider.track(ready.value, wish.track.id) : ready;
  const at = await connect(db, account, (raw) => note({ state: "answered", raw }));
  if (!seen.ok || !at.ok) {
    await removeAttempt(db, wish.intent);
    return seen.ok ? fail({ kind: "no-account" }) : seen;
  }
  await note({
    state: "sending",
    track: { ...seen.value, title: seen.value.title ?? wish.track.title },
  });
  return settle(
    db,
    attempt,
    await provider.share(at.value, wish.track.id, wish.terms),
    () => attempt,
  );
}

/** Writes down what came of an attempt. `latest` is read after the answer was noted. */
export async function settle(
  db: Database,
  attempt: Attempt,
  result: Result<Share>,
  latest: () => Attempt = () => attempt,
): Promise<Result<Link>> {
  if (result.ok) {
    const { key, account, track, asked } = latest();
    const link: Link = { ...result.value, key, account, track, asked, revokedAt: null };
    await finishAttempt(db, latest(), link);
    return ok(link);
  }
  const { kind } = result.failure;
  if (kind === "unknown-outcome") await putAttempt(db, { ...latest(), state: "unknown" });
  // An answer that cannot be read stays as it came: it may hold the only copy of a link.
  else if (kind !== "malformed") await removeAttempt(db, attempt.key);
  return result;
}

const inFlight = new Map<string, Promise<Result<Link>>>();

/** The same as `shareTrack`, but one at a time per account and track: two clicks are one link. */
export function shareOnce(db: Database, account: Account, wish: Wish): Promise<Result<Link>> {
  const key = `${account.id} ${trackKey(wish.track)}`;
  const running =
    inFlight.get(key) ??
    shareTrack(db, account, wish).finally(() => {
      inFlight.delete(key);
    });
  inFlight.set(key, running);
  return running;
}
