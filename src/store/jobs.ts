import { type Entry, entryKey } from "../model/entry.ts";
import type { Job } from "../model/job.ts";
import type { Link } from "../model/link.ts";
import { mergeEntry } from "./entries.ts";
import type { Database } from "./database/schema.ts";
import { runTransaction } from "./database/transaction.ts";

/** Everything that waits, in the order in which it was wished. */
export function getAllJobs(db: Database): Promise<Job[]> {
  return db.getAllFromIndex("outbox", "created");
}

export function getJob(db: Database, key: string): Promise<Job | undefined> {
  return db.get("outbox", key);
}

/**
 * Writes a wish down in the place of an earlier one about the same thing, and shows it in the
 * library at once: `entry` is what a save adds. What was there before is taken along, to put it back.
 */
export function addJob(db: Database, job: Job, entry: Entry | null): Promise<Job> {
  return runTransaction(db, ["outbox", "entries"], async (tx) => {
    const entries = tx.objectStore("entries");
    const at = entryKey(job.account, job.track.id);
    let { task } = job;
    if (task.kind !== "revoke") task = { ...task, entry: (await entries.get(at)) ?? null };
    if (entry) await mergeEntry(entries, entry);
    if (task.kind === "unsave") await entries.delete(at);
    const outbox = tx.objectStore("outbox");
    const over = await outbox.get(job.key);
    // What that one took the place of matters as long as that one can be taken back itself.
    const deeper = over && over.tries === 0 && over.dueAt > job.createdAt ? over.over : null;
    const kept = { ...job, task, over: over ? { ...over, over: deeper } : null };
    await outbox.put(kept);
    return kept;
  });
}

/** What doing a job changes in our own lists. */
export interface JobEffect {
  entry?: Entry;
  link?: Link;
}

/**
 * The service has done it. The job goes, and its effect comes, in one transaction; when the
 * person has wished something else in the meantime that stays, and only a link is noted.
 */
export function finishJob(db: Database, job: Job, done: JobEffect): Promise<void> {
  return runTransaction(db, ["outbox", "entries", "links"], async (tx) => {
    if (done.link) await tx.objectStore("links").put(done.link);
    const outbox = tx.objectStore("outbox");
    if ((await outbox.get(job.key))?.wish !== job.wish) return;
    const { account, track } = job;
    const entries = tx.objectStore("entries");
    if (done.entry && done.entry.id !== track.id) await entries.delete(entryKey(account, track.id));
    if (done.entry) await mergeEntry(entries, done.entry);
    await outbox.delete(job.key);
  });
}

/** Notes how a job stands, unless the person has wished something else in the meantime. */
export function updateJob(db: Database, job: Job, change: Partial<Job>): Promise<void> {
  return runTransaction(db, ["outbox"], async (tx) => {
    const outbox = tx.objectStore("outbox");
    const kept = await outbox.get(job.key);
    if (kept?.wish === job.wish) await outbox.put({ ...kept, ...change });
  });
}

/**
 * The person gives a job up, or takes it back: our library is again as it was before. False when
 * it is not in the outbox any more, or with `wish` when another one is.
 */
export function cancelJob(db: Database, key: string, wish: string | null = null): Promise<boolean> {
  return runTransaction(db, ["outbox", "entries"], async (tx) => {
    const outbox = tx.objectStore("outbox");
    const job = await outbox.get(key);
    if (!job || (wish !== null && job.wish !== wish)) return false;
    const entries = tx.objectStore("entries");
    const { task, account, track } = job;
    const at = entryKey(account, track.id);
    if (task.kind !== "revoke") {
      if (task.entry) await entries.put(task.entry, at);
      else await entries.delete(at);
    }
    if (job.over) await outbox.put(job.over);
    else await outbox.delete(key);
    return true;
  });
}

/** Makes every job of this sort due now; only a service's own time is never shortened. */
export async function makeJobsDue(
  db: Database,
  now: number,
  which: (job: Job) => boolean,
): Promise<void> {
  if (!(await getAllJobs(db)).some(which)) return;
  await runTransaction(db, ["outbox"], async (tx) => {
    const outbox = tx.objectStore("outbox");
    for (const job of (await outbox.getAll()).filter(which)) {
      const { failure } = job;
      const earliest = failure?.kind === "too-many" ? (failure.retryAt ?? 0) : 0;
      const dueAt = Math.max(Math.min(job.dueAt, now), earliest);
      await outbox.put({ ...job, state: "waiting", dueAt, tries: 0 });
    }
  });
}
