import type { Account } from "../model/account.ts";
import type { Entry } from "../model/entry.ts";
import { ok, type Result } from "../model/failure.ts";
import type { ShareLink } from "../model/share-link.ts";
import type { Track } from "../model/track.ts";
import type { Database } from "../store/database.ts";
import { countEntries, keepEntries, putEntries, removeEntry } from "../store/entries.ts";
import { connect } from "./connect.ts";
import { everyPage } from "./every-page.ts";

/** Saves a track, or the track behind a share link, at the service and in our library. */
export async function save(
  db: Database,
  account: Account | undefined,
  track: Track,
  link?: ShareLink,
): Promise<Result<Entry>> {
  const at = await connect(db, account);
  if (!at.ok) return at;
  const { provider } = at.value;
  const source = link ? { link } : { track: track.id };
  const saved = provider.save
    ? await provider.save(at.value, source)
    : ok({ ...track, source: link ? ("shared" as const) : ("own" as const), savedAt: Date.now() });
  if (!saved.ok) return saved;
  // The answer to saving has no title; who saved a track may ask for it.
  const seen = await provider.track?.(at.value, saved.value.id);
  const title = (seen?.ok ? seen.value.title : null) ?? track.title;
  const duration = (seen?.ok ? seen.value.duration : null) ?? track.duration;
  const entry: Entry = { ...track, ...saved.value, account: at.value.account.id, title, duration };
  await putEntries(db, [entry]);
  return ok(entry);
}

export async function unsave(
  db: Database,
  account: Account | undefined,
  track: string,
): Promise<Result<void>> {
  const at = await connect(db, account);
  if (!at.ok) return at;
  const gone = (await at.value.provider.unsave?.(at.value, track)) ?? ok(undefined);
  if (gone.ok) await removeEntry(db, at.value.account.id, track);
  return gone;
}

/** Brings our library up to date with the service's. Answers how many tracks it has. */
export async function refresh(db: Database, account: Account | undefined): Promise<Result<number>> {
  const at = await connect(db, account);
  if (!at.ok) return at;
  const { id } = at.value.account;
  const { library } = at.value.provider;
  if (!library) return ok(await countEntries(db, id)); // our list is the only one
  const listed = await everyPage(
    (cursor) => library(at.value, cursor),
    (fresh) =>
      putEntries(
        db,
        fresh.map((item) => ({ ...item, account: id })),
      ),
  );
  if (!listed.ok) return listed;
  const tracks = new Set(listed.value.map((item) => item.id));
  await keepEntries(db, id, tracks);
  return ok(tracks.size);
}
