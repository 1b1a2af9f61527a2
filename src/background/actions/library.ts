import type { Account } from "../../model/account.ts";
import { fail, ok } from "../../model/failure.ts";
import type { Failure, Result } from "../../model/failure.ts";
import type { Entry } from "../../model/library-entry.ts";
import type { Job } from "../../model/outbox-job.ts";
import type { ParsedShareUrl } from "../../model/parsed-share-url.ts";
import type { Track } from "../../model/track.ts";
import type { Database } from "../../store/database/schema.ts";
import { countEntries, syncEntries } from "../../store/entries.ts";
import { connect } from "../accounts/connect.ts";
import { readAllPages } from "../lib/read-all-pages.ts";
import { enqueue, tryJobNow, withOutboxLock } from "../outbox/outbox.ts";

/**
 * Saves a track, or the track behind a share link: in our library at once, and at the service as soon as possible.
 * `waiting` says why it is not saved there yet; null when it is.
 */
export async function saveTrack(
  db: Database,
  account: Account | undefined,
  track: Track,
  link: ParsedShareUrl | null = null,
): Promise<Result<{ waiting: Failure | null }>> {
  if (!account) return fail({ kind: "no-account" });
  const source = link ? "shared" : "own";
  const entry: Entry = { ...track, account: account.id, source, savedAt: Date.now() };
  const task = { kind: "save", link } as const;
  return tryJobNow(db, await enqueue(db, { account: account.id, track, task }, entry));
}

/** Removes a track: from our library at once, and from the service's when the time for undoing is over. */
export async function unsaveTrack(
  db: Database,
  account: Account | undefined,
  track: Track,
): Promise<Result<Job>> {
  if (!account) return fail({ kind: "no-account" });
  const task = { kind: "unsave", entry: null } as const;
  return ok(await enqueue(db, { account: account.id, track, task }));
}

/** Brings our library up to date with the service's. Returns how many tracks it has. */
export function refreshLibrary(
  db: Database,
  account: Account | undefined,
): Promise<Result<number>> {
  // Under the outbox's lock, so that no job changes the library while it is listed.
  return withOutboxLock(account?.id ?? "", () => syncLibrary(db, account));
}

async function syncLibrary(db: Database, account: Account | undefined): Promise<Result<number>> {
  const connected = await connect(db, account);
  if (!connected.ok) return connected;
  const connection = connected.value;
  const { id } = connection.account;
  const { library } = connection.provider;
  if (!library) return ok(await countEntries(db, id)); // the service keeps no library, so ours is the only one
  const listed = await readAllPages(
    (cursor) => library(connection, cursor),
    (items) => {
      const entries = items.map((item) => ({ ...item, account: id }));
      return syncEntries(db, id, entries);
    },
  );
  if (!listed.ok) return listed;
  const tracks = new Set(listed.value.map((item) => item.id));
  await syncEntries(db, id, [], tracks);
  return ok(tracks.size);
}
