import { createClient } from "../../http/client.ts";
import type { CurrentPage } from "../../messages/protocol.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { Track } from "../../model/track.ts";
import { providers } from "../../providers/adapters.ts";
import { findShareLink, findTrack } from "../../providers/page-rules.ts";
import { unwrapListeningUrl } from "../../providers/unwrap-listening-url.ts";
import type { Database } from "../../store/database/schema.ts";
import { getEntry } from "../../store/entries.ts";
import { findAccountsForTrack } from "../accounts/accounts.ts";
import { checkOriginAllowed } from "../accounts/connect.ts";
import { readPage } from "../browser/read-page.ts";

interface PageLocation {
  address: string;
  title: string | null;
  /** The browser's id of the tab; null where its page may not be read. */
  tab: number | null;
}

/**
 * Finds out whether a page is a share link, a track or nothing that Earmark knows. Sends a request only for a share
 * link, to read its track.
 */
export async function resolvePage(
  db: Database,
  { address, title, tab }: PageLocation,
): Promise<Result<CurrentPage>> {
  const link = findShareLink(unwrapListeningUrl(address));
  const open = link && providers[link.provider].open;
  if (link && open) {
    const allowed = await checkOriginAllowed(link.provider, link.origin);
    if (!allowed.ok) return allowed;
    const opened = await open(createClient({ origin: link.origin }), link);
    if (!opened.ok) return opened;
    const { track } = opened.value;
    return track
      ? ok({ kind: "link", link, ...(await addStoredState(db, track)) })
      : fail({ kind: "gone" });
  }
  const ref = findTrack(address);
  if (ref)
    return ok({ kind: "track", ...(await addStoredState(db, { ...ref, title, duration: null })) });
  const track = tab === null ? null : await readPage(tab, address);
  return ok(track ? { kind: "track", ...(await addStoredState(db, track)) } : { kind: "nothing" });
}

/** A track with its accounts, those in whose library it is saved, and what the library knows of its title and duration. */
async function addStoredState(db: Database, track: Track) {
  const accounts = await findAccountsForTrack(db, track);
  const entries = await Promise.all(accounts.map((account) => getEntry(db, account.id, track.id)));
  const saved = entries.find((entry) => entry !== undefined);
  return {
    track: {
      ...track,
      title: saved?.title ?? track.title,
      duration: saved?.duration ?? track.duration,
    },
    accounts,
    savedIn: accounts.filter((_, index) => entries[index]).map(({ id }) => id),
  };
}
