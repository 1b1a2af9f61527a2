import { providers } from "../providers/index.ts";
import { attemptsIn, putAttempt, removeAttempt } from "../store/attempts.ts";
import type { Database } from "../store/database.ts";
import { settle, wishOf } from "./share-track.ts";

/**
 * Runs before the first question of a new background: what the last one left half done is either
 * finished from what it wrote down, or told as unknown. Nothing is ever sent again from here.
 */
export async function recover(db: Database): Promise<void> {
  for (const attempt of await attemptsIn(db, "queued")) await removeAttempt(db, attempt.key);
  for (const attempt of await attemptsIn(db, "sending")) {
    await putAttempt(db, { ...attempt, state: "unknown" });
  }
  for (const attempt of await attemptsIn(db, "answered")) {
    const { provider, origin } = attempt.track;
    const read = providers[provider].readShare?.(origin, wishOf(attempt), attempt.raw ?? NO_ANSWER);
    if (read) await settle(db, attempt, read);
  }
}

/** An answer of which nothing arrived. */
const NO_ANSWER = { status: 0, body: "", complete: false };
