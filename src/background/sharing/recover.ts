import { fail } from "../../model/failure.ts";
import { providers } from "../../providers/adapters.ts";
import { getAttemptsInState, putAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/open-database.ts";
import { settle, toShareRequest } from "./run-attempt.ts";

/**
 * Runs before the first question of a new background: what the last one left half done is finished
 * from what it wrote down, or becomes unknown. What had not been sent goes on; nothing is sent from here.
 */
export async function recover(db: Database): Promise<void> {
  for (const attempt of await getAttemptsInState(db, "queued")) {
    await putAttempt(db, { ...attempt, dueAt: attempt.dueAt ?? Date.now() });
  }
  for (const attempt of await getAttemptsInState(db, "sending")) {
    await settle(db, attempt, fail({ kind: "unknown-outcome" }), { unattended: true });
  }
  for (const attempt of await getAttemptsInState(db, "answered")) {
    const { provider, origin } = attempt.track;
    const read = providers[provider].readShare?.(
      origin,
      toShareRequest(attempt),
      attempt.raw ?? EMPTY_RESPONSE,
    );
    if (read) await settle(db, attempt, read, { unattended: true });
  }
}

/** An answer of which nothing arrived. */
const EMPTY_RESPONSE = { status: 0, body: "", complete: false };
