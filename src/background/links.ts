import { fail, ok, type Result } from "../model/failure.ts";
import type { Link } from "../model/link.ts";
import type { ListedShare } from "../model/share.ts";
import type { TrackRef } from "../model/track.ts";
import type { Database } from "../store/database.ts";
import { linksOfTrack, putLink } from "../store/links.ts";
import type { Account } from "../model/account.ts";
import { type Connected, connect } from "./connect.ts";
import { everyPage } from "./every-page.ts";

/** Revokes one of our links at its service and notes it. */
export async function revokeLink(
  db: Database,
  account: Account | undefined,
  link: Link,
): Promise<Result<Link>> {
  const at = await connect(db, account);
  if (!at.ok) return at;
  const known = link.id === null ? await learnId(db, at.value, link) : ok(link);
  if (!known.ok) return known;
  const { revoke } = at.value.provider;
  if (!revoke || known.value.id === null) return fail({ kind: "not-allowed", code: null });
  const done = await revoke(at.value, { id: known.value.id, track: link.track.id });
  if (!done.ok) return done;
  const revoked = { ...known.value, revokedAt: link.revokedAt ?? Date.now() };
  await putLink(db, revoked);
  return ok(revoked);
}

/** Revokes a link that we do not hold: made elsewhere, or its address was lost. */
export async function revokeListed(
  db: Database,
  account: Account | undefined,
  share: { id: string; track: string },
): Promise<Result<void>> {
  const at = await connect(db, account);
  if (!at.ok) return at;
  const { revoke } = at.value.provider;
  return revoke ? revoke(at.value, share) : fail({ kind: "not-allowed", code: null });
}

/** Where creating answers no id, the service's list has it under our mark. */
async function learnId(db: Database, at: Connected, link: Link): Promise<Result<Link>> {
  const listed = await listAt(db, at, link.track);
  if (!listed.ok) return listed;
  const own = listed.value.find(({ nonce }) => nonce === link.nonce);
  if (!own) return fail({ kind: "not-ready" }); // its list is behind
  return ok({ ...link, id: own.id });
}

/** Every link the service has of a track; what it knows of ours is noted in our ledger. */
export async function listLinks(
  db: Database,
  account: Account | undefined,
  track: TrackRef,
): Promise<Result<ListedShare[]>> {
  const at = await connect(db, account);
  if (!at.ok) return at;
  return listAt(db, at.value, track);
}

async function listAt(
  db: Database,
  at: Connected,
  track: TrackRef,
): Promise<Result<ListedShare[]>> {
  const { links } = at.provider;
  if (!links) return ok([]);
  const listed = await everyPage((cursor) => links(at, track.id, cursor));
  if (!listed.ok) return listed;
  for (const link of await linksOfTrack(db, at.account.id, track.id)) {
    const seen = listed.value.find(({ id, nonce }) => id === link.id || nonce === link.nonce);
    const revokedAt = link.revokedAt ?? seen?.revokedAt ?? null;
    if (seen && (seen.id !== link.id || revokedAt !== link.revokedAt)) {
      await putLink(db, { ...link, id: seen.id, revokedAt });
    }
  }
  return listed;
}
