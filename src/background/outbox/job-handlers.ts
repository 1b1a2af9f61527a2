import { fail, ok } from "../../model/failure.ts";
import type { Result } from "../../model/failure.ts";
import type { Entry } from "../../model/library-entry.ts";
import type { Job, Task } from "../../model/outbox-job.ts";
import type { Database } from "../../store/database/schema.ts";
import type { JobEffect } from "../../store/jobs.ts";
import { getLink } from "../../store/links.ts";
import type { Connected } from "../accounts/connect.ts";
import { findShareId } from "../sharing/remote-shares.ts";

type JobHandlers = {
  [K in Task["kind"]]: (
    db: Database,
    connection: Connected,
    job: Job,
    task: Extract<Task, { kind: K }>,
  ) => Promise<Result<JobEffect>>;
};

/** Sends each kind of job to its service; the result says what changes in our own lists. */
const jobHandlers: JobHandlers = {
  async save(_db, connection, { track, account, createdAt }, { link }) {
    const { provider } = connection;
    const source = link ? { link } : { track: track.id };
    const saved =
      (await provider.save?.(connection, source)) ?? fail({ kind: "not-allowed", code: null });
    if (!saved.ok) return saved;
    // The response to saving has no title, but an account that has saved a track may read it.
    const found = await provider.track?.(connection, saved.value.id);
    const title = (found?.ok ? found.value.title : null) ?? track.title;
    const duration = (found?.ok ? found.value.duration : null) ?? track.duration;
    const entry: Entry = { ...track, ...saved.value, account, title, duration, savedAt: createdAt };
    return ok({ entry });
  },

  async unsave(_db, connection, { track }) {
    const removed = (await connection.provider.unsave?.(connection, track.id)) ?? ok(undefined);
    // "not-yours": it is not in the library any more, which is what was wanted.
    return removed.ok || removed.failure.kind === "not-yours" ? ok({}) : removed;
  },

  async revoke(db, connection, { track }, task) {
    const link = await getLink(db, task.link);
    if (!link) return fail({ kind: "gone" });
    const { revoke } = connection.provider;
    if (!revoke) return fail({ kind: "not-allowed", code: null });
    const found = link.id === null ? await findShareId(db, connection, link) : ok(link.id);
    if (!found.ok) return found;
    const id = found.value;
    const revoked = await revoke(connection, { id, track: track.id });
    if (!revoked.ok) return revoked;
    return ok({ link: { ...link, id, revokedAt: link.revokedAt ?? Date.now() } });
  },
};

/** Sends a job to its service once. It may be sent again without harm. */
export function performJob(
  db: Database,
  connection: Connected,
  job: Job,
): Promise<Result<JobEffect>> {
  // The table pairs each kind with its handler, but TypeScript cannot follow a pair that a string selects.
  const handle = jobHandlers[job.task.kind] as (
    db: Database,
    connection: Connected,
    job: Job,
    task: Task,
  ) => Promise<Result<JobEffect>>;
  return handle(db, connection, job, job.task);
}
