import type { Attempt } from "../../model/attempt.ts";
import { getAttempt, putAttempt, removeAttempt } from "../../store/attempts.ts";
import type { Database } from "../../store/database/open-database.ts";
import { revokeLink } from "./links.ts";
import { withShareLock } from "../sharing/share-track.ts";

/** The person gives an attempt up. What it may have left at its service is still looked for and revoked. */
export async function withdrawAttempt(db: Database, key: string): Promise<void> {
  const known = await getAttempt(db, key);
  // What became a link is in the list of links, and is revoked there.
  if (!known || known.state === "done") return;
  await withShareLock({ id: known.account }, known.track, async () => {
    const attempt = await getAttempt(db, key);
    if (!attempt) return;
    if (attempt.state === "done") {
      await revokeLink(db, key); // it has become one only now
    } else if (attempt.dueAt !== null && mayLeaveLinks(attempt)) {
      await putAttempt(db, { ...attempt, state: "withdrawn", dueAt: Date.now() });
    } else {
      await removeAttempt(db, key);
    }
  });
}

/** Whether there may be links of it at the service that nobody has the address of. */
const mayLeaveLinks = ({ state, spent }: Attempt): boolean =>
  spent.length > 0 || state === "unknown" || state === "failed" || state === "withdrawn";
