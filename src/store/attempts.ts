import type { Attempt } from "../model/attempt.ts";
import type { Link } from "../model/link.ts";
import { type Database, write } from "./database.ts";

export function attemptOf(db: Database, key: string): Promise<Attempt | undefined> {
  return db.get("attempts", key);
}

export function attemptsIn(db: Database, state: Attempt["state"]): Promise<Attempt[]> {
  return db.getAllFromIndex("attempts", "state", state);
}

/** Resolves when the attempt is on disk. */
export function putAttempt(db: Database, attempt: Attempt): Promise<void> {
  return write(db, ["attempts"], async (tx) => {
    await tx.objectStore("attempts").put(attempt);
  });
}

export function removeAttempt(db: Database, key: string): Promise<void> {
  return write(db, ["attempts"], (tx) => tx.objectStore("attempts").delete(key));
}

/** The attempt has become a link: both are written, or neither. */
export function finishAttempt(db: Database, attempt: Attempt, link: Link): Promise<void> {
  return write(db, ["attempts", "links"], async (tx) => {
    await tx.objectStore("attempts").put({ ...attempt, state: "done", raw: null });
    await tx.objectStore("links").put(link);
  });
}
