import { providers } from "../providers/index.ts";
import { allAccounts } from "../store/accounts.ts";
import { attemptsIn, putAttempt, removeAttempt } from "../store/attempts.ts";
import type { Database } from "../store/database.ts";
import { settle } from "./share-track.ts";

/**
 * Runs before the first question of a new background: what the last one left half done is either
 * finished from what it wrote down, or told as unknown. Nothing is ever sent again from here.
 */
export async function recover(db: Database): Promise<void> {
  for (const attempt of await attemptsIn(db, "queued")) await removeAttempt(db, attempt.key);
  for (const attempt of await attemptsIn(db, "sending")) {
    await putAttempt(db, { ...attempt, state: "unknown" });
  }
  const accounts = await allAccounts(db);
  for (const attempt of await attemptsIn(db, "answered")) {
    const account = accounts.find((each) => each.id === attempt.account);
    const { provider, origin } = account ?? attempt.track;
    if (attempt.raw) await settle(db, attempt, providers[provider].readShare(origin, attempt.raw));
  }
}
