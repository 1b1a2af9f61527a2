import { type Entry, entryKey } from "../model/entry.ts";
import type { Errand } from "../model/job.ts";
import type { Link } from "../model/link.ts";
import { mergeEntry } from "./entries.ts";
import type { Database } from "./database/schema.ts";
import { write } from "./database/transaction.ts";

/** Everything that waits, in the order in which it was wished. */
export function allErrands(db: Database): Promise<Errand[]> {
  return db.getAllFromIndex("outbox", "created");
}

export function errandOf(db: Database, key: string): Promise<Errand | undefined> {
  return db.get("outbox", key);
}

/**
 * Writes a wish down in the place of an earlier one about the same thing, and shows it in the
 * library at once: `entry` is what a save adds. What was there before is taken along, to put it back.
 */
export function keepErrand(db: Database, errand: Errand, entry: Entry | null): Promise<Errand> {
  return write(db, ["outbox", "entries"], async (tx) => {
    const entries = tx.objectStore("entries");
    const at = entryKey(errand.account, errand.track.id);
    let { task } = errand;
    if (task.kind !== "revoke") task = { ...task, entry: (await entries.get(at)) ?? null };
    if (entry) await mergeEntry(entries, entry);
    if (task.kind === "unsave") await entries.delete(at);
    const outbox = tx.objectStore("outbox");
    const over = await outbox.get(errand.key);
    // What that one took the place of matters as long as that one can be taken back itself.
    const deeper = over && over.tries === 0 && over.dueAt > errand.createdAt ? over.over : null;
    const kept = { ...errand, task, over: over ? { ...over, over: deeper } : null };
    await outbox.put(kept);
    return kept;
  });
}

/** What doing an errand changes in our own lists. */
export interface Done {
  entry?: Entry;
  link?: Link;
}

/**
 * The service has done it. The errand goes, and its effect comes, in one transaction; when the
 * person has wished something else in the meantime that stays, and only a link is noted.
 */
export function finishErrand(db: Database, errand: Errand, done: Done): Promise<void> {
  return write(db, ["outbox", "entries", "links"], async (tx) => {
    if (done.link) await tx.objectStore("links").put(done.link);
    const outbox = tx.objectStore("outbox");
    if ((await outbox.get(errand.key))?.wish !== errand.wish) return;
    const { account, track } = errand;
    const entries = tx.objectStore("entries");
    if (done.entry && done.entry.id !== track.id) await entries.delete(entryKey(account, track.id));
    if (done.entry) await mergeEntry(entries, done.entry);
    await outbox.delete(errand.key);
  });
}

/** Notes how an errand stands, unless the person has wished something else in the meantime. */
export function noteErrand(db: Database, errand: Errand, change: Partial<Errand>): Promise<void> {
  return write(db, ["outbox"], async (tx) => {
    const outbox = tx.objectStore("outbox");
    const kept = await outbox.get(errand.key);
    if (kept?.wish === errand.wish) await outbox.put({ ...kept, ...change });
  });
}

/**
 * The person gives an errand up, or takes it back: our library is again as it was before. False when
 * it is not in the outbox any more, or with `wish` when another one is.
 */
export function dropErrand(
  db: Database,
  key: string,
  wish: string | null = null,
): Promise<boolean> {
  return write(db, ["outbox", "entries"], async (tx) => {
    const outbox = tx.objectStore("outbox");
    const errand = await outbox.get(key);
    if (!errand || (wish !== null && errand.wish !== wish)) return false;
    const entries = tx.objectStore("entries");
    const { task, account, track } = errand;
    const at = entryKey(account, track.id);
    if (task.kind !== "revoke") {
      if (task.entry) await entries.put(task.entry, at);
      else await entries.delete(at);
    }
    if (errand.over) await outbox.put(errand.over);
    else await outbox.delete(key);
    return true;
  });
}

/** Makes every errand of this sort due now; only a service's own time is never shortened. */
export async function wakeErrands(
  db: Database,
  now: number,
  which: (errand: Errand) => boolean,
): Promise<void> {
  if (!(await allErrands(db)).some(which)) return;
  await write(db, ["outbox"], async (tx) => {
    const outbox = tx.objectStore("outbox");
    for (const errand of (await outbox.getAll()).filter(which)) {
      const { failure } = errand;
      const earliest = failure?.kind === "too-many" ? (failure.retryAt ?? 0) : 0;
      const dueAt = Math.max(Math.min(errand.dueAt, now), earliest);
      await outbox.put({ ...errand, state: "waiting", dueAt, tries: 0 });
    }
  });
}
