import { fail } from "../../model/failure.ts";
import { providers } from "../../providers/adapters.ts";
import { getAttemptsInState, putAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/schema.ts";
import { settle, toShareRequest } from "./run-attempt.ts";

/**
 * Runs when the background starts, before it handles any message: brings attempts that the last background left
 * halfway into a state from which they can go on. It sends nothing itself.
 *
 * - queued: was not sent, so the scheduler sends it.
 * - sending: nobody knows whether the request arrived, so the outcome is unknown until it is reconciled.
 * - answered: the raw response is stored, so it is parsed now.
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
    const response = attempt.raw ?? EMPTY_RESPONSE;
    const share = providers[provider].readShare?.(origin, toShareRequest(attempt), response);
    if (share) await settle(db, attempt, share, { unattended: true });
  }
}

const EMPTY_RESPONSE = { status: 0, body: "", complete: false };
