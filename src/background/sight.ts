import { createClient } from "../http/client.ts";
import { fail, ok, type Result } from "../model/failure.ts";
import type { Track } from "../model/track.ts";
import type { Sight } from "../messages/protocol.ts";
import { linkAt, trackAt } from "../pages/index.ts";
import { providers } from "../providers/index.ts";
import { entryOf } from "../store/entries.ts";
import type { Database } from "../store/database.ts";
import { accountsFor } from "./accounts.ts";
import { mayTalkTo } from "./connect.ts";

/** What the page at `address` is to Earmark. Only a share link is asked about over the network. */
export async function lookAt(
  db: Database,
  address: string,
  title: string | null,
): Promise<Result<Sight>> {
  const link = linkAt(address);
  if (link) {
    const allowed = await mayTalkTo(link.provider, link.origin);
    if (!allowed.ok) return allowed;
    const opened = await providers[link.provider].open(createClient({ origin: link.origin }), link);
    if (!opened.ok) return opened;
    const { track } = opened.value;
    return track
      ? ok({ kind: "link", link, ...(await around(db, track)) })
      : fail({ kind: "gone" });
  }
  const ref = trackAt(address);
  return ok(
    ref
      ? { kind: "track", ...(await around(db, { ...ref, title, duration: null })) }
      : { kind: "nothing" },
  );
}

/** A track with what our own store knows of it. */
async function around(db: Database, track: Track) {
  const accounts = await accountsFor(db, track);
  const entries = await Promise.all(accounts.map((account) => entryOf(db, account.id, track.id)));
  const known = entries.find((entry) => entry !== undefined);
  return {
    track: {
      ...track,
      title: known?.title ?? track.title,
      duration: known?.duration ?? track.duration,
    },
    accounts,
    savedIn: accounts.filter((_, index) => entries[index]).map(({ id }) => id),
  };
}
