import { toEntryKey } from "../model/library-entry.ts";
import type { Entry } from "../model/library-entry.ts";
import type { Job } from "../model/outbox-job.ts";
import type { StoredLink } from "../model/stored-link.ts";
import type { Database } from "./database/schema.ts";
import { runTransaction } from "./database/transaction.ts";
import { mergeEntry } from "./entries.ts";

/** All jobs of the outbox, in the order in which they were made. */
export function getAllJobs(db: Database): Promise<Job[]> {
  return db.getAllFromIndex("outbox", "created");
}

export function getJob(db: Database, key: string): Promise<Job | undefined> {
  return db.get("outbox", key);
}

/**
 * Stores a job in place of an earlier one with the same key, and changes the library at once: a save adds `entry`, an
 * unsave deletes the entry. The job keeps the entry and the job that were there before, to restore them when it is
 * undone.
 */
export function addJob(db: Database, job: Job, entry: Entry | null): Promise<Job> {
  return runTransaction(db, ["outbox", "entries"], async (tx) => {
    const entries = tx.objectStore("entries");
    const id = toEntryKey(job.account, job.track.id);
    let { task } = job;
    if (task.kind !== "revoke") task = { ...task, entry: (await entries.get(id)) ?? null };
    if (entry) await mergeEntry(entries, entry);
    if (task.kind === "unsave") await entries.delete(id);
    const outbox = tx.objectStore("outbox");
    const replaced = await outbox.get(job.key);
    // The replaced job keeps the one that it had replaced itself only while it can still be undone.
    const canUndo = replaced && replaced.tries === 0 && replaced.dueAt > job.createdAt;
    const over = canUndo ? replaced.over : null;
    const stored = { ...job, task, over: replaced ? { ...replaced, over } : null };
    await outbox.put(stored);
    return stored;
  });
}

/** What changes in our own lists once a job is done. */
export interface JobEffect {
  entry?: Entry;
  link?: StoredLink;
}

/**
 * Removes a job that the service has done and stores its effect, in one transaction. When a newer job with the same key
 * has replaced it meanwhile, that one stays, and only a link is stored.
 */
export function finishJob(db: Database, job: Job, effect: JobEffect): Promise<void> {
  return runTransaction(db, ["outbox", "entries", "links"], async (tx) => {
    if (effect.link) await tx.objectStore("links").put(effect.link);
    const outbox = tx.objectStore("outbox");
    if ((await outbox.get(job.key))?.wish !== job.wish) return;
    const { account, track } = job;
    const entries = tx.objectStore("entries");
    if (effect.entry && effect.entry.id !== track.id)
      await entries.delete(toEntryKey(account, track.id));
    if (effect.entry) await mergeEntry(entries, effect.entry);
    await outbox.delete(job.key);
  });
}

/** Changes a job, unless a newer one with the same key has replaced it meanwhile. */
export function updateJob(db: Database, job: Job, change: Partial<Job>): Promise<void> {
  return runTransaction(db, ["outbox"], async (tx) => {
    const outbox = tx.objectStore("outbox");
    const stored = await outbox.get(job.key);
    if (stored?.wish === job.wish) await outbox.put({ ...stored, ...change });
  });
}

/**
 * Cancels a job and restores what it had changed in the library and the job that it had replaced. Returns false when
 * there is no job with this key, or none of this `revision` where one is given.
 */
export function cancelJob(
  db: Database,
  key: string,
  revision: string | null = null,
): Promise<boolean> {
  return runTransaction(db, ["outbox", "entries"], async (tx) => {
    const outbox = tx.objectStore("outbox");
    const job = await outbox.get(key);
    if (!job || (revision !== null && job.wish !== revision)) return false;
    const entries = tx.objectStore("entries");
    const { task, account, track } = job;
    const id = toEntryKey(account, track.id);
    if (task.kind !== "revoke") {
      if (task.entry) await entries.put(task.entry, id);
      else await entries.delete(id);
    }
    if (job.over) await outbox.put(job.over);
    else await outbox.delete(key);
    return true;
  });
}

/** Makes the jobs that `isMeant` selects due now, but none before a time that its service named (Retry-After). */
export async function makeJobsDue(
  db: Database,
  now: number,
  isMeant: (job: Job) => boolean,
): Promise<void> {
  if (!(await getAllJobs(db)).some(isMeant)) return;
  await runTransaction(db, ["outbox"], async (tx) => {
    const outbox = tx.objectStore("outbox");
    for (const job of (await outbox.getAll()).filter(isMeant)) {
      const { failure } = job;
      const earliest = failure?.kind === "too-many" ? (failure.retryAt ?? 0) : 0;
      const dueAt = Math.max(Math.min(job.dueAt, now), earliest);
      await outbox.put({ ...job, state: "waiting", dueAt, tries: 0 });
    }
  });
}
