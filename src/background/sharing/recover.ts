import { fail } from "../../model/failure.ts";
import { providers } from "../../providers/adapters.ts";
import { getAttemptsInState, putAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/open-one.ts";
import { settle, wishOf } from "./run-attempt.ts";

/**
 * Runs before the first question of a new background: what the last one left half done is finished
 * from what it wrote down, or becomes unknown. What had not been sent goes on; nothing is sent from here.
 */
export async function recover(db: Database): Promise<void> {
  for (const attempt of await getAttemptsInState(db, "queued")) {
    await putAttempt(db, { ...attempt, dueAt: attempt.dueAt ?? Date.now() });
  }
  for (const attempt of await getAttemptsInState(db, "sending")) {
    await settle(db, attempt, fail({ kind: "unknown-outcome" }), { alone: true });
  }
  for (const attempt of await getAttemptsInState(db, "answered")) {
    const { provider, origin } = attempt.track;
    const read = providers[provider].readShare?.(origin, wishOf(attempt), attempt.raw ?? NO_ANSWER);
    if (read) await settle(db, attempt, read, { alone: true });
  }
}

/** An answer of which nothing arrived. */
const NO_ANSWER = { status: 0, body: "", complete: false };
