import type { Attempt } from "../model/attempt.ts";
import { attemptOf, putAttempt, removeAttempt } from "../store/attempts.ts";
import type { Database } from "../store/database.ts";
import { shareInTurn } from "./share-track.ts";

/** The person gives an attempt up. What it may have left at its service is still looked for and revoked. */
export async function forgetAttempt(db: Database, key: string): Promise<void> {
  const known = await attemptOf(db, key);
  if (!known) return;
  await shareInTurn({ id: known.account }, known.track, async () => {
    const attempt = await attemptOf(db, key);
    if (!attempt) return;
    const leaves = attempt.dueAt !== null && LEAVING.includes(attempt.state);
    if (leaves) await putAttempt(db, { ...attempt, state: "withdrawn", dueAt: Date.now() });
    else await removeAttempt(db, key);
  });
}

/** Of these there may be links at the service that nobody has the address of. */
const LEAVING: readonly Attempt["state"][] = ["unknown", "failed", "withdrawn"];
