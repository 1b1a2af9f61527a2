import { fail, ok, type Result } from "../../model/failure.ts";
import type { Link } from "../../model/link.ts";
import type { RemoteShare } from "../../model/share.ts";
import type { TrackRef } from "../../model/track.ts";
import type { Provider } from "../../providers/contract/adapter.ts";
import type { Database } from "../../store/database/open-database.ts";
import { getLinksOfTrack, putLink } from "../../store/links.ts";
import type { Connected } from "../accounts/connect.ts";
import { listRemoteShares } from "./run-attempt.ts";

/**
 * The listed link that one of ours is: by its id or, where creating answered none, by our mark. Of several
 * with the same mark (a browser may send a request twice) the one that our address opens.
 */
export function findOwnShare(
  provider: Provider,
  link: Link,
  listed: readonly RemoteShare[],
): RemoteShare | null {
  if (link.id !== null) return listed.find(({ id }) => id === link.id) ?? null;
  const sameAddress = listed.find(({ url }) => url !== null && url === link.url);
  const marked = listed.filter(({ nonce }) => nonce !== null && nonce === link.nonce);
  if (marked.length === 1) return marked[0] ?? null;
  return sameAddress ?? marked.find((each) => provider.opens?.(link.url, each)) ?? null;
}

/** Where creating answers no id, the service's list has it under our mark. */
export async function findShareId(
  db: Database,
  at: Connected,
  link: Link,
): Promise<Result<string>> {
  const listed = await listAndSyncLinks(db, at, link.track);
  if (!listed.ok) return listed;
  const own = findOwnShare(at.provider, link, listed.value);
  if (!own) return fail({ kind: "not-ready" }); // its list is behind
  return ok(own.id);
}

/** A track's links at its service; what that knows of ours is noted in our ledger. */
export async function listAndSyncLinks(
  db: Database,
  at: Connected,
  track: TrackRef,
): Promise<Result<RemoteShare[]>> {
  const listed = await listRemoteShares(at, track.id);
  if (!listed.ok) return listed;
  for (const link of await getLinksOfTrack(db, at.account.id, track.id)) {
    const seen = findOwnShare(at.provider, link, listed.value);
    const revokedAt = link.revokedAt ?? seen?.revokedAt ?? null;
    if (seen && (seen.id !== link.id || revokedAt !== link.revokedAt)) {
      await putLink(db, { ...link, id: seen.id, revokedAt });
    }
  }
  return listed;
}
