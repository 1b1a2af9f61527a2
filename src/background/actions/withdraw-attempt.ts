import type { Attempt } from "../../model/share-attempt.ts";
import { getAttempt, putAttempt, removeAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/schema.ts";
import { withShareLock } from "../sharing/share-track.ts";
import { revokeLink } from "./links.ts";

/** Withdraws an attempt for the person. Links that it may have made at its service are still looked for and revoked. */
export async function withdrawAttempt(db: Database, key: string): Promise<void> {
  const known = await getAttempt(db, key);
  // An attempt that became a link is shown in the list of links, and is revoked there.
  if (!known || known.state === "done") return;
  await withShareLock({ id: known.account }, known.track, async () => {
    const attempt = await getAttempt(db, key);
    if (!attempt) return;
    if (attempt.state === "done") {
      await revokeLink(db, key); // it became a link while this waited for the lock
    } else if (attempt.dueAt !== null && mayLeaveLinks(attempt)) {
      await putAttempt(db, { ...attempt, state: "withdrawn", dueAt: Date.now() });
    } else {
      await removeAttempt(db, key);
    }
  });
}

/** Whether it may have made links at the service whose addresses nobody has. */
const mayLeaveLinks = ({ state, spent }: Attempt): boolean =>
  spent.length > 0 || state === "unknown" || state === "failed" || state === "withdrawn";
