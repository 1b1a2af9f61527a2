import { fail, ok, type Result } from "../model/failure.ts";
import type { Link } from "../model/link.ts";
import type { ListedShare } from "../model/share.ts";
import type { TrackRef } from "../model/track.ts";
import { providers } from "../providers/index.ts";
import type { Page } from "../providers/provider.ts";
import type { Database } from "../store/database.ts";
import { linksOfTrack, putLink } from "../store/links.ts";
import type { Account } from "../model/account.ts";
import { connect } from "./connect.ts";

/** Revokes one of our links at its service and notes it. */
export async function revokeLink(
  db: Database,
  account: Account | undefined,
  link: Link,
): Promise<Result<Link>> {
  const at = await connect(db, account);
  if (!at.ok || !account) return at as Result<never>;
  const known = link.id === null ? await learnId(db, account, link) : ok(link);
  if (!known.ok) return known;
  const { revoke } = providers[account.provider];
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
  if (!at.ok || !account) return at as Result<never>;
  const { revoke } = providers[account.provider];
  return revoke ? revoke(at.value, share) : fail({ kind: "not-allowed", code: null });
}

/** Where creating answers no id, the service's list has it under our mark. */
async function learnId(db: Database, account: Account, link: Link): Promise<Result<Link>> {
  const listed = await listLinks(db, account, link.track);
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
  if (!at.ok || !account) return at as Result<never>;
  const { links } = providers[account.provider];
  if (!links) return ok([]);
  const listed: ListedShare[] = [];
  let cursor: string | null = null;
  do {
    const page: Result<Page<ListedShare>> = await links(at.value, track.id, cursor);
    if (!page.ok) return page;
    const fresh = page.value.items.filter(({ id }) => !listed.some((each) => each.id === id));
    listed.push(...fresh);
    // A page with nothing new is the end, whatever it says: it would be followed by itself.
    cursor = fresh.length > 0 ? page.value.next : null;
  } while (cursor !== null);
  for (const link of await linksOfTrack(db, account.id, track.id)) {
    const seen = listed.find(({ id, nonce }) => id === link.id || nonce === link.nonce);
    const revokedAt = link.revokedAt ?? seen?.revokedAt ?? null;
    if (seen && (seen.id !== link.id || revokedAt !== link.revokedAt)) {
      await putLink(db, { ...link, id: seen.id, revokedAt });
    }
  }
  return ok(listed);
}
