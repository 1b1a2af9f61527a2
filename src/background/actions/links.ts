import type { Job } from "../../model/job.ts";
import { fail, ok, type Result } from "../../model/failure.ts";
import type { RemoteShare } from "../../model/share.ts";
import type { TrackRef } from "../../model/track.ts";
import { providers } from "../../providers/adapters.ts";
import type { Database } from "../../store/database/open-database.ts";
import { getLink } from "../../store/links.ts";
import type { Account } from "../../model/account.ts";
import { connect } from "../accounts/connect.ts";
import { enqueue } from "../outbox/outbox.ts";
import { listAndSyncLinks } from "../sharing/remote-shares.ts";

/** Revokes one of our links as soon as that cannot be taken back any more. */
export async function revokeLink(db: Database, key: string): Promise<Result<Job>> {
  const link = await getLink(db, key);
  if (!link) return fail({ kind: "gone" });
  const { account, track } = link;
  if (!providers[track.provider].revoke) return fail({ kind: "not-allowed", code: null });
  return ok(await enqueue(db, { account, track, task: { kind: "revoke", link: key } }));
}

/** Revokes a link that we do not hold: made elsewhere, or its address was lost. */
export async function revokeRemoteLink(
  db: Database,
  account: Account | undefined,
  share: { id: string; track: string },
): Promise<Result<void>> {
  const at = await connect(db, account);
  if (!at.ok) return at;
  const { revoke } = at.value.provider;
  return revoke ? revoke(at.value, share) : fail({ kind: "not-allowed", code: null });
}

/** Every link the service has of a track; what it knows of ours is noted in our ledger. */
export async function listRemoteLinks(
  db: Database,
  account: Account | undefined,
  track: TrackRef,
): Promise<Result<RemoteShare[]>> {
  const at = await connect(db, account);
  if (!at.ok) return at;
  return listAndSyncLinks(db, at.value, track);
}
