import type { Account } from "../../model/account.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { Job } from "../../model/outbox-job.ts";
import type { RemoteShare } from "../../model/remote-share.ts";
import type { TrackRef } from "../../model/track.ts";
import { providers } from "../../providers/adapters.ts";
import type { Database } from "../../store/database/schema.ts";
import { getLink } from "../../store/links.ts";
import { connect } from "../accounts/connect.ts";
import { enqueue } from "../outbox/outbox.ts";
import { listAndSyncLinks } from "../sharing/remote-shares.ts";

/** Enqueues the revocation of one of our links; it is sent when the time for undoing is over. */
export async function revokeLink(db: Database, key: string): Promise<Result<Job>> {
  const link = await getLink(db, key);
  if (!link) return fail({ kind: "gone" });
  const { account, track } = link;
  if (!providers[track.provider].revoke) return fail({ kind: "not-allowed", code: null });
  return ok(await enqueue(db, { account, track, task: { kind: "revoke", link: key } }));
}

/** Revokes at once a link that is not among ours: made elsewhere, or its address was lost. */
export async function revokeRemoteLink(
  db: Database,
  account: Account | undefined,
  share: { id: string; track: string },
): Promise<Result<void>> {
  const connected = await connect(db, account);
  if (!connected.ok) return connected;
  const { revoke } = connected.value.provider;
  return revoke ? revoke(connected.value, share) : fail({ kind: "not-allowed", code: null });
}

/** Lists all links of a track at its service, and notes what the list says of ours. */
export async function listRemoteLinks(
  db: Database,
  account: Account | undefined,
  track: TrackRef,
): Promise<Result<RemoteShare[]>> {
  const connected = await connect(db, account);
  if (!connected.ok) return connected;
  return listAndSyncLinks(db, connected.value, track);
}
