import { chooseUnusedNonce } from "../model/nonce.ts";
import type { Attempt } from "../model/share-attempt.ts";
import type { StoredLink } from "../model/stored-link.ts";
import type { Database } from "./database/schema.ts";
import { runTransaction } from "./database/transaction.ts";

export function getAttempt(db: Database, key: string): Promise<Attempt | undefined> {
  return db.get("attempts", key);
}

export function getAttemptsInState(db: Database, state: Attempt["state"]): Promise<Attempt[]> {
  return db.getAllFromIndex("attempts", "state", state);
}

/** The attempts that have a `dueAt`, the earliest first. */
export function getDueAttempts(db: Database): Promise<Attempt[]> {
  return db.getAllFromIndex("attempts", "due");
}

/** Two presses of Share with the same track and terms within this time count as one, even from different windows. */
export const DOUBLE_CLICK_MS = 1000;

/** What a nonce looks like in the service's list: nonces with one mark cannot be told apart there. */
type MarkOf = (nonce: string) => string;

/** The attempt that counts, and whether it was written just now. */
interface Claim {
  attempt: Attempt;
  isNew: boolean;
}

/**
 * Stores a new attempt, unless it repeats a stored one: the same intent, or the same track and terms within
 * `DOUBLE_CLICK_MS`. Returns the attempt that counts. It reads and writes in one transaction, so that of any number of
 * presses exactly one wins. The nonce is changed where another attempt or link of the track has its mark.
 */
export function claimAttempt(db: Database, wanted: Attempt, markOf: MarkOf): Promise<Claim> {
  return runTransaction(db, ["attempts", "links"], async (tx) => {
    const store = tx.objectStore("attempts");
    const same = await store.get(wanted.key);
    if (same) return { attempt: same, isNew: false };
    const onTrack = await store.index("track").getAll(wanted.track.id);
    const repeated = onTrack.find((each) => isRepetition(each, wanted));
    if (repeated) return { attempt: repeated, isNew: false };
    const links = await tx.objectStore("links").index("track").getAll(wanted.track.id);
    const attempt = withUnusedNonce(wanted, onTrack, links, markOf);
    await store.put(attempt);
    // The new attempt replaces earlier ones with an unknown outcome: links that they made are revoked when found.
    for (const each of onTrack) {
      const isReplaced = each.account === wanted.account && each.state === "unknown" && each.dueAt;
      if (isReplaced) await store.put({ ...each, state: "withdrawn" });
    }
    return { attempt, isNew: true };
  });
}

/** Writes an attempt that is to be sent again, and gives it a nonce as `claimAttempt` does. Resolves to what was written. */
export function requeueAttempt(db: Database, wanted: Attempt, markOf: MarkOf): Promise<Attempt> {
  return runTransaction(db, ["attempts", "links"], async (tx) => {
    const store = tx.objectStore("attempts");
    const onTrack = await store.index("track").getAll(wanted.track.id);
    const links = await tx.objectStore("links").index("track").getAll(wanted.track.id);
    const attempt = withUnusedNonce(wanted, onTrack, links, markOf);
    await store.put(attempt);
    return attempt;
  });
}

function withUnusedNonce(
  wanted: Attempt,
  attempts: readonly Attempt[],
  links: readonly StoredLink[],
  markOf: MarkOf,
): Attempt {
  const others = attempts.filter(({ key }) => key !== wanted.key);
  const taken = [
    ...wanted.spent,
    ...others.map(({ nonce }) => nonce),
    ...others.flatMap(({ spent }) => spent),
    ...links.map(({ nonce }) => nonce),
  ];
  return { ...wanted, nonce: chooseUnusedNonce(wanted.nonce, taken, markOf) };
}

const isRepetition = (a: Attempt, b: Attempt): boolean =>
  a.account === b.account &&
  a.track.provider === b.track.provider &&
  a.track.origin === b.track.origin &&
  Math.abs(a.createdAt - b.createdAt) < DOUBLE_CLICK_MS &&
  a.state !== "failed" &&
  a.state !== "withdrawn" &&
  JSON.stringify(a.asked) === JSON.stringify(b.asked);

/** Stores an attempt; resolves when it is on disk. */
export function putAttempt(db: Database, attempt: Attempt): Promise<void> {
  return runTransaction(db, ["attempts"], async (tx) => {
    await tx.objectStore("attempts").put(attempt);
  });
}

export function removeAttempt(db: Database, key: string): Promise<void> {
  return runTransaction(db, ["attempts"], (tx) => tx.objectStore("attempts").delete(key));
}

/** Stores the link that an attempt has become, and the attempt as done, in one transaction. */
export function finishAttempt(db: Database, attempt: Attempt, link: StoredLink): Promise<void> {
  return runTransaction(db, ["attempts", "links"], async (tx) => {
    const rest = { raw: null, reserve: null, before: null } as const; // large, and not needed any more
    await tx.objectStore("attempts").put({ ...attempt, ...rest, state: "done" });
    await tx.objectStore("links").put(link);
  });
}
