import type { StoredLink } from "../model/stored-link.ts";
import type { Database } from "./database/schema.ts";
import { runTransaction } from "./database/transaction.ts";
import { readPage } from "./paging.ts";
import type { Page } from "./paging.ts";

export function getLink(db: Database, key: string): Promise<StoredLink | undefined> {
  return db.get("links", key);
}

/** A page of links, newest first. `before`: the `next` of the page before; null for the first page. */
export async function getLinksPage(db: Database, before: number | null): Promise<Page<StoredLink>> {
  const index = db.transaction("links").store.index("created");
  return readPage(await index.openCursor(range(before), "prev"), (link) => link.createdAt);
}

export function putLink(db: Database, link: StoredLink): Promise<void> {
  return runTransaction(db, ["links"], async (tx) => {
    await tx.objectStore("links").put(link);
  });
}

const range = (before: number | null): IDBKeyRange | null =>
  before === null ? null : IDBKeyRange.upperBound(before, true);

/** An account's links of one track. The index is by track only, and a track has few links. */
export async function getLinksOfTrack(
  db: Database,
  account: string,
  track: string,
): Promise<StoredLink[]> {
  const links = await db.getAllFromIndex("links", "track", track);
  return links.filter((link) => link.account === account);
}
