import type { Account } from "../model/account.ts";
import type { Attempt } from "../model/attempt.ts";
import { fail, type Failure, ok, type Result } from "../model/failure.ts";
import type { Link } from "../model/link.ts";
import { newNonce } from "../model/nonce.ts";
import type { Share, Terms } from "../model/share.ts";
import { type Track, trackKey } from "../model/track.ts";
import type { ShareWish } from "../providers/provider.ts";
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
  { intent, track, terms }: Wish,
): Promise<Result<Link>> {
  const earlier = await linkOf(db, intent);
  if (earlier) return ok(earlier);
  if (await attemptOf(db, intent)) return fail({ kind: "unknown-outcome" });
  const attempt: Attempt = {
    key: intent,
    account: account.id,
    track,
    asked: terms,
    nonce: newNonce(),
    state: "queued",
    createdAt: Date.now(),
    raw: null,
    failure: null,
  };
  await putAttempt(db, attempt);
  return pursue(db, account, attempt);
}

/** Takes an attempt that has not been sent yet as far as it goes. */
export async function pursue(
  db: Database,
  account: Account,
  queued: Attempt,
): Promise<Result<Link>> {
  let attempt = queued;
  const alone = queued.state === "waiting";
  const note = (change: Partial<Attempt>): Promise<void> => {
    attempt = { ...attempt, ...change };
    return putAttempt(db, attempt);
  };
  const giveUp = async (failed: Failed): Promise<Failed> => {
    // One that waits is not lost to a moment without network.
    const passes = ["offline", "too-many"].includes(failed.failure.kind);
    if (!alone || !passes) await drop(db, attempt, failed, alone);
    return failed;
  };

  const at = await connect(db, account, (raw) => note({ state: "answered", raw }));
  if (!at.ok) return giveUp(at);
  const { provider } = at.value;
  if (!provider.share) return giveUp(fail({ kind: "not-allowed", code: null }));
  // Cheap safe requests first: a wrong key, a foreign track or a dead network then ends it
  // before anything that cannot be repeated has left.
  const seen = await provider.track?.(at.value, attempt.track.id);
  if (seen && !seen.ok) return giveUp(seen);
  const readiness = await provider.readiness?.(at.value, attempt.track.id);
  if (readiness && !readiness.ok) return giveUp(readiness);
  if (readiness?.value === "failed") return giveUp(fail({ kind: "gone" }));
  if (readiness?.value === "waiting") {
    await note({ state: "waiting" });
    return fail({ kind: "not-ready" });
  }

  const title = seen?.value.title ?? attempt.track.title;
  await note({ state: "sending", track: { ...attempt.track, ...seen?.value, title } });
  const made = await provider.share(at.value, wishOf(attempt));
  return settle(db, attempt, made, alone);
}

/** What an attempt asks of its provider, now and when its answer is read again. */
export function wishOf({ track, asked, nonce, createdAt }: Attempt): ShareWish {
  return { track: track.id, terms: asked, nonce, now: createdAt };
}

type Failed = { ok: false; failure: Failure };

/** Ends an attempt that surely was not applied: kept where nobody was there to be told. */
async function drop(
  db: Database,
  attempt: Attempt,
  { failure }: Failed,
  alone: boolean,
): Promise<void> {
  if (alone) await putAttempt(db, { ...attempt, state: "failed", raw: null, failure });
  else await removeAttempt(db, attempt.key);
}

/** Writes down what came of an attempt; `alone` when nobody waits for the answer. */
export async function settle(
  db: Database,
  attempt: Attempt,
  result: Result<Share>,
  alone = false,
): Promise<Result<Link>> {
  if (result.ok) {
    const { key, account, track, asked, nonce } = attempt;
    const link: Link = { ...result.value, key, account, track, asked, nonce, revokedAt: null };
    await finishAttempt(db, attempt, link);
    return ok(link);
  }
  const { kind } = result.failure;
  if (kind === "unknown-outcome") await putAttempt(db, { ...attempt, state: "unknown" });
  // Not ready after all: it waits like one that was not ready before.
  else if (kind === "not-ready") await putAttempt(db, { ...attempt, state: "waiting", raw: null });
  // An answer that cannot be read stays as it came: it may hold the only copy of a link.
  else if (kind !== "malformed") await drop(db, attempt, result, alone);
  return result;
}

const inFlight = new Map<string, Promise<Result<Link>>>();

/** One share at a time per account and track: two clicks are one link. */
export function oneAtATime(
  account: Account,
  track: Track,
  share: () => Promise<Result<Link>>,
): Promise<Result<Link>> {
  const key = `${account.id} ${trackKey(track)}`;
  const running =
    inFlight.get(key) ??
    share().finally(() => {
      inFlight.delete(key);
    });
  inFlight.set(key, running);
  return running;
}

/** `shareTrack`, one at a time. */
export function shareOnce(db: Database, account: Account, wish: Wish): Promise<Result<Link>> {
  return oneAtATime(account, wish.track, () => shareTrack(db, account, wish));
}
