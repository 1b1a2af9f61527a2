import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { RemoteShare } from "../../model/remote-share.ts";
import type { StoredLink } from "../../model/stored-link.ts";
import type { TrackRef } from "../../model/track.ts";
import type { Provider } from "../../providers/contract/adapter.ts";
import type { Database } from "../../store/database/schema.ts";
import { getLinksOfTrack, putLink } from "../../store/links.ts";
import type { Connected } from "../accounts/connect.ts";
import { readAllPages } from "../lib/read-all-pages.ts";

/** Reads all share links that the service lists for a track; none where the service has no such list. */
export async function listRemoteShares(
  connection: Connected,
  track: string,
): Promise<Result<RemoteShare[]>> {
  const { links } = connection.provider;
  return links ? readAllPages((cursor) => links(connection, track, cursor)) : ok([]);
}

/** Reads a track's links at its service, and notes the ids and revocations of those that we made ourselves. */
export async function listAndSyncLinks(
  db: Database,
  connection: Connected,
  track: TrackRef,
): Promise<Result<RemoteShare[]>> {
  const listed = await listRemoteShares(connection, track.id);
  if (!listed.ok) return listed;
  for (const link of await getLinksOfTrack(db, connection.account.id, track.id)) {
    const share = findOwnShare(connection.provider, link, listed.value);
    const revokedAt = link.revokedAt ?? share?.revokedAt ?? null;
    if (share && (share.id !== link.id || revokedAt !== link.revokedAt)) {
      await putLink(db, { ...link, id: share.id, revokedAt });
    }
  }
  return listed;
}

/**
 * Finds one of our links among the listed ones: by its id or, where the response to creating it had none, by our
 * nonce. Several can have the same nonce, because a browser may send a request twice; then it is the one whose
 * address is that of our link.
 */
export function findOwnShare(
  provider: Provider,
  link: StoredLink,
  listed: readonly RemoteShare[],
): RemoteShare | null {
  if (link.id !== null) return listed.find(({ id }) => id === link.id) ?? null;
  const sameAddress = listed.find(({ url }) => url !== null && url === link.url);
  const sameNonce = listed.filter(({ nonce }) => nonce !== null && nonce === link.nonce);
  if (sameNonce.length === 1) return sameNonce[0] ?? null;
  return sameAddress ?? sameNonce.find((each) => provider.isAddressOf?.(link.url, each)) ?? null;
}

/** Finds the id of a link in its service's list, where the response to creating it had none. */
export async function findShareId(
  db: Database,
  connection: Connected,
  link: StoredLink,
): Promise<Result<string>> {
  const listed = await listAndSyncLinks(db, connection, link.track);
  if (!listed.ok) return listed;
  const share = findOwnShare(connection.provider, link, listed.value);
  if (!share) return fail({ kind: "not-ready" }); // the service's list is not up to date yet
  return ok(share.id);
}
