import type { Attempt } from "../model/attempt.ts";
import type { Link } from "../model/link.ts";
import type { Database } from "./database/schema.ts";
import { runTransaction } from "./database/transaction.ts";

export function getAttempt(db: Database, key: string): Promise<Attempt | undefined> {
  return db.get("attempts", key);
}

export function getAttemptsInState(db: Database, state: Attempt["state"]): Promise<Attempt[]> {
  return db.getAllFromIndex("attempts", "state", state);
}

/** Those that are to be looked for in their service's list, the most urgent first. */
export function getDueAttempts(db: Database): Promise<Attempt[]> {
  return db.getAllFromIndex("attempts", "due");
}

/** Two presses within this are one wish, wherever they were made. */
export const DOUBLE_CLICK_MS = 1000;

/**
 * Writes a new attempt, unless it is the repetition of one: the same intent, or the same thing
 * asked for in the same second. Answers the attempt that counts. Looking and writing are one
 * transaction, so of any number of presses one wins.
 */
export function claimAttempt(db: Database, wanted: Attempt): Promise<Attempt> {
  return runTransaction(db, ["attempts"], async (tx) => {
    const store = tx.objectStore("attempts");
    const same = await store.get(wanted.key);
    if (same) return same;
    const onTrack = await store.index("track").getAll(wanted.track.id);
    const twin = onTrack.find((each) => isRepetition(each, wanted));
    if (twin) return twin;
    await store.put(wanted);
    // The new link takes the place of one that may never be known of.
    for (const each of onTrack) {
      const given = each.account === wanted.account && each.state === "unknown" && each.dueAt;
      if (given) await store.put({ ...each, state: "withdrawn" });
    }
    return wanted;
  });
}

const isRepetition = (a: Attempt, b: Attempt): boolean =>
  a.account === b.account &&
  a.track.provider === b.track.provider &&
  a.track.origin === b.track.origin &&
  Math.abs(a.createdAt - b.createdAt) < DOUBLE_CLICK_MS &&
  a.state !== "failed" &&
  a.state !== "withdrawn" &&
  JSON.stringify(a.asked) === JSON.stringify(b.asked);

/** Resolves when the attempt is on disk. */
export function putAttempt(db: Database, attempt: Attempt): Promise<void> {
  return runTransaction(db, ["attempts"], async (tx) => {
    await tx.objectStore("attempts").put(attempt);
  });
}

export function removeAttempt(db: Database, key: string): Promise<void> {
  return runTransaction(db, ["attempts"], (tx) => tx.objectStore("attempts").delete(key));
}

/** The attempt has become a link: both are written, or neither. */
export function finishAttempt(db: Database, attempt: Attempt, link: Link): Promise<void> {
  return runTransaction(db, ["attempts", "links"], async (tx) => {
    const rest = { raw: null, reserve: null, before: null } as const; // large, and of no more use
    await tx.objectStore("attempts").put({ ...attempt, ...rest, state: "done" });
    await tx.objectStore("links").put(link);
  });
}
